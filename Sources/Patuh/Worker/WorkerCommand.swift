import ArgumentParser

/// `patuh worker`.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Workers: who somebody without a NIK is.",
        subcommands: [WorkerMatchCommand.self])
}
