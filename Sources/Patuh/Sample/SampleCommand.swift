import ArgumentParser

/// `patuh sample`.
struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Invented branches with planted violations, for trying and for proving.",
        subcommands: [SampleGenerate.self, SampleCompare.self])
}
