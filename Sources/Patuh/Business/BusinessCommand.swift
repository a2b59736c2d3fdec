import ArgumentParser

/// `patuh business`.
struct BusinessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "business",
        abstract: "Employers: list them, add, change or close one by hand, and decide which records are one.",
        subcommands: [
            BusinessList.self, BusinessAdd.self, BusinessChange.self, BusinessClose.self, BusinessMatchCommand.self,
        ])
}
