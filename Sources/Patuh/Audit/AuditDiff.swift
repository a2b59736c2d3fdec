import ArgumentParser
import Postgres
import Register
import Reporting
import Rules

/// `patuh audit diff`.
struct AuditDiff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show which findings differ between two runs, and whether data, law or tool made the difference.",
        discussion: """
            patuh audit diff 3 4
            patuh audit diff 3 4 --format pdf -o differences.pdf
            """)

    @Argument(help: ArgumentHelp("Number of the earlier run; see patuh audit list.", valueName: "run"))
    var earlier: Int

    @Argument(help: ArgumentHelp("Number of the later run.", valueName: "run"))
    var later: Int

    @OptionGroup var limit: LimitOption
    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        _ = try await StandardReport("audit-diff", connection, output, limit: limit.limit).write { session, resources in
            let office = try Office.find(office.office, in: session)
            let comparison = try RunComparison((earlier, later), of: office, session)
            try comparison.prepare(Auditor(resources), session)
            return ReportScope(office: office, run: comparison.later.run)
        }
    }
}
