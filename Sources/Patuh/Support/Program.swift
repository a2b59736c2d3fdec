import ArgumentParser
import Dispatch
import Glibc

/// Runs the parsed command: errors become messages and exit codes, Ctrl-C a cancellation.
enum Program {
    static func run() async {
        // A reader such as head may close early; writes then fail with EPIPE, which ends the program quietly.
        signal(SIGPIPE, SIG_IGN)
        do {
            let task = Task { try await execute() }
            let interrupts = watchInterrupts(cancelling: task)
            defer { interrupts.cancel() }
            try await task.value
        } catch {
            Failure.exit(error)
        }
    }

    @concurrent
    private static func execute() async throws {
        var command = try Patuh.parseAsRoot()
        if var waiting = command as? any AsyncParsableCommand {
            try await waiting.run()
        } else {
            try command.run()
        }
    }

    /// The first Ctrl-C cancels the running statement and rolls back; the second ends the program at once.
    private static func watchInterrupts(cancelling task: Task<Void, any Error>) -> any DispatchSourceSignal {
        signal(SIGINT, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler {
            if task.isCancelled { _exit(ExitStatus.interrupted.rawValue) }
            Terminal.note("Interrupted: rolling back. Press Ctrl-C again to end at once.")
            task.cancel()
        }
        source.resume()
        return source
    }
}
