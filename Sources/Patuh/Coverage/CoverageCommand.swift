import ArgumentParser
import Reporting

/// `patuh coverage`.
struct CoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "Published coverage figures, recomputed from their own counts.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("coverage", connection, output).write { _ in nil }
    }
}
