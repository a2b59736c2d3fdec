import ArgumentParser

/// `patuh report`.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Reports on one employer, on the branch, and on what found no counterpart.",
        subcommands: [ReportEmployer.self, ReportBranch.self, ReportUnmatched.self])
}
