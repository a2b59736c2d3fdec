import ArgumentParser

/// `patuh business`.
struct BusinessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "business", abstract: "Employers: which records are one.",
        subcommands: [BusinessMatchCommand.self])
}
