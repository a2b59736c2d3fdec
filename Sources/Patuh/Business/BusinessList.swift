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

    @Option(help: ArgumentHelp("Show at most this many rows.", valueName: "n"))
    var limit: Int?

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
    }

    func run() async throws {
        try await StandardReport("businesses", connection, output, limit: limit).write { session in
            ReportScope(office: try Office.find(office.office, in: session), search: search)
        }
    }
}
