import ArgumentParser

/// `patuh audit`.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Hold the register against the law.",
        subcommands: [AuditRun.self, AuditExplain.self])
}
