import ArgumentParser
import Register
import Reporting

/// `patuh business list`.
struct BusinessList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the employers that the lists have, with their numbers.",
        discussion: """
            patuh business list --search "laut biru"
            patuh business list --search 9990000000009
            """)

    @Option(
        help: ArgumentHelp("Only names with this text in them, or the employer with this number.", valueName: "text"))
    var search: String?

    @OptionGroup var limit: LimitOption
    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("businesses", connection, output, limit: limit.limit).write { session in
            ReportScope(office: try Office.find(office.office, in: session), search: search)
        }
    }
}
