import ArgumentParser

/// `patuh journal`.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Every act that changed something: who, when, why.",
        subcommands: [JournalList.self], defaultSubcommand: JournalList.self)
}
