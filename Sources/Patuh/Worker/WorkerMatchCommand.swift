import ArgumentParser

/// `patuh worker match`.
struct WorkerMatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Decide who the workers are whose lists give no NIK.",
        discussion: """
            Patuh proposes by name, birth date and employer; nobody is taken for another without
            a decision. Until then no rule judges whether such a worker is registered.

            patuh worker match list
            patuh worker match accept P-000812 P-000034 --reason "KTP shown"
            """,
        subcommands: [WorkerMatchList.self, WorkerMatchAccept.self, WorkerMatchReject.self])
}

/// `patuh worker match list`.
struct WorkerMatchList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List who a worker without NIK may be, and what has been decided.")

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("worker-matches", connection, output).write(for: office)
    }
}
