import ArgumentParser

/// `patuh rules`.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "The rules and the dated law they rest on: read them, verify them, test them.",
        subcommands: [RulesList.self, RulesShow.self, RulesVerify.self, RulesTest.self, RulesImpact.self],
        defaultSubcommand: RulesList.self)
}
