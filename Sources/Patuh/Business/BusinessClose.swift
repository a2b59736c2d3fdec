import ArgumentParser
import Postgres
import Register

/// `patuh business close`.
struct BusinessClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Record that an employer has closed.",
        discussion: """
            patuh business close W-0117 --on 2026-10-01 --source "field visit, locked; neighbour told"

            A registered employer is closed by the list of BPJS Kesehatan; until then the two disagree on record.
            """)

    @Argument(help: ArgumentHelp("Any number of the employer.", valueName: "code"))
    var code: String

    @Option(help: ArgumentHelp("Day from which it is closed.", valueName: "yyyy-mm-dd"))
    var on: DayArgument

    @OptionGroup var options: EntryOptions

    func run() async throws {
        try await options.record { session in
            var business = try BusinessEntry.known(
                code, of: try Office.find(options.office.office, in: session), in: session)
            business.closedOn = on.date
            business.warnIfOutdated(on: on.date)
            return business.entry(on: on.date, source: options.source.source)
        }
    }
}
