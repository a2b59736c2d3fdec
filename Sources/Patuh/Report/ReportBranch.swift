import ArgumentParser
import Register
import Reporting

/// `patuh report branch`.
struct ReportBranch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "branch",
        abstract: "The branch: violations, sizes, regencies, employers, and what could not be judged.",
        discussion: """
            patuh report branch --lang en
            patuh report branch --format csv --section employers
            """)

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("branch", connection, output).write { session in
            try .audited(try Office.find(office.office, in: session), in: session)
        }
    }
}
