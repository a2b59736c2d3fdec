import ArgumentParser

/// `patuh worker`.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Workers: add one by hand, and decide who somebody without a NIK is.",
        subcommands: [WorkerAdd.self, WorkerMatchCommand.self])
}
