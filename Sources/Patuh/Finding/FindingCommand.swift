import ArgumentParser

/// `patuh finding`.
struct FindingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finding", abstract: "What the newest audit left open, and what people decide about it.",
        subcommands: [FindingList.self, FindingDecide.self], defaultSubcommand: FindingList.self)
}
