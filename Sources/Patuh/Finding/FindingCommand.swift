import ArgumentParser

/// `patuh finding`.
struct FindingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finding", abstract: "What the newest audit left open.", subcommands: [FindingList.self],
        defaultSubcommand: FindingList.self)
}
