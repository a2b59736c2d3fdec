import ArgumentParser
import Postgres
import Register

/// `patuh business add`.
struct BusinessAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add one employer that no list has: seen in the field, told by phone.",
        discussion: """
            patuh business add --name "CV Laut Biru" --address "Jl. Contoh 7" --region 61.71.03 \\
              --workers 12 --source "field visit, 3 Nov"

            An employer without any number gets one, such as L-000061.
            """)

    @Option(help: ArgumentHelp("Name of the employer.", valueName: "text"))
    var name: String

    @Option(help: ArgumentHelp("Street address.", valueName: "text"))
    var address: String

    @Option(help: ArgumentHelp("Kemendagri code of the regency, district or village.", valueName: "code"))
    var region: String

    @Option(help: ArgumentHelp("WLKP number.", valueName: "number"))
    var wlkp: String?

    @Option(help: ArgumentHelp("Day it speaks of (default: today).", valueName: "yyyy-mm-dd"))
    var on: DayArgument?

    @OptionGroup var facts: BusinessFacts
    @OptionGroup var options: EntryOptions

    func run() async throws {
        var business = BusinessEntry()
        business.name = name
        business.address = address
        business.region = region
        business.wlkpNumber = wlkp
        facts.apply(to: &business)
        let entry = business.entry(on: on?.date ?? .today, source: options.source.source)
        try await options.record { _ in entry }
    }
}
