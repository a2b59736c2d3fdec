import ArgumentParser
import Reporting

/// `patuh audit list`.
struct AuditList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List stored audit runs, whose numbers audit diff asks for.")

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("runs", connection, output).write(for: office)
    }
}
