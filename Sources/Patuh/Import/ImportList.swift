import ArgumentParser
import Reporting

/// `patuh import list`.
struct ImportList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List imported batches.")

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("imports", connection, output).write(for: office)
    }
}
