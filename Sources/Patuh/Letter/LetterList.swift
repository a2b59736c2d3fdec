import ArgumentParser
import Reporting

/// `patuh letter list`.
struct LetterList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List issued letters.")

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("letters", connection, output).write(for: office)
    }
}
