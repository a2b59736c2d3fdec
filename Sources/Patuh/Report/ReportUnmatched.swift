import ArgumentParser

/// `patuh report unmatched`.
struct ReportUnmatched: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmatched",
        abstract: "Employers that only one list has, and workers of whom nobody knows who they are.",
        discussion: """
            patuh report unmatched --format pdf -o unmatched.pdf
            patuh business match list                 # what may belong together
            """)

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("unmatched", connection, output).write(for: office)
    }
}
