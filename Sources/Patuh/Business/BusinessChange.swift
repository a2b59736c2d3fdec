import ArgumentParser
import Postgres
import Register

/// `patuh business change`.
struct BusinessChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Record what somebody says of an employer that is known: moved, renamed, more workers.",
        discussion: """
            patuh business change W-0117 --workers 25 --on 2026-11-03 --source "phone, HR of the firm"

            What is not named stays as it is: an employer that has closed stays closed without --open. For registered employers the list of BPJS Kesehatan goes on to count.
            """)

    @Argument(help: ArgumentHelp("Any number of the employer.", valueName: "code"))
    var code: String

    @Option(help: ArgumentHelp("New name.", valueName: "text"))
    var name: String?

    @Option(help: ArgumentHelp("New address.", valueName: "text"))
    var address: String?

    @Option(help: ArgumentHelp("Kemendagri code of the new place.", valueName: "code"))
    var region: String?

    @Flag(help: "The employer has closed before and is open again.")
    var open = false

    @Option(help: ArgumentHelp("Day from which it holds (default: today).", valueName: "yyyy-mm-dd"))
    var on: DayArgument?

    @OptionGroup var facts: BusinessFacts
    @OptionGroup var options: EntryOptions

    func validate() throws {
        let said = [name, address, region, facts.size, facts.kbli, facts.nib, facts.npwp, facts.npp]
        guard said.contains(where: { $0 != nil }) || facts.workers != nil || open else {
            throw ValidationError("Say what has changed.")
        }
    }

    func run() async throws {
        try await options.record { session in
            var business = try BusinessEntry.known(
                code, of: try Office.find(options.office.office, in: session), in: session)
            business.name = name ?? business.name
            business.address = address ?? business.address
            business.region = region ?? business.region
            if open { business.closedOn = nil }
            facts.apply(to: &business)
            let day = on?.date ?? .today
            business.warnIfOutdated(on: day)
            return business.entry(on: day, source: options.source.source)
        }
    }
}
