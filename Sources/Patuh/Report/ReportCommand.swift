import ArgumentParser

/// `patuh report`.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Reports on one employer or on the branch.",
        subcommands: [ReportEmployer.self, ReportBranch.self])
}
