import ArgumentParser

/// `patuh business match`.
struct BusinessMatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Decide which employers of different lists are one.",
        discussion: """
            Lists meet by their numbers. Where these are missing, or several sites share one,
            Patuh proposes; nothing is merged without a decision.

            patuh business match list
            patuh business match accept W-0117 01483995 --reason "same address, same NIB"
            patuh business match reject W-0118 01483995 --reason "another owner"
            """,
        subcommands: [BusinessMatchList.self, BusinessMatchAccept.self, BusinessMatchReject.self])
}

/// `patuh business match list`.
struct BusinessMatchList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what may be one employer, and what has been decided.")

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("matches", connection, output).write(for: office)
    }
}
