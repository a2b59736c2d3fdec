import ArgumentParser

/// `patuh audit`.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Hold what was imported against the law: find breaches, prove them.",
        subcommands: [AuditRun.self, AuditList.self, AuditExplain.self, AuditDiff.self, AuditVerify.self])
}
