import Glibc
import Testing

/// A process under test.
///
/// It never goes through a shell; its output goes to files, so that a server it leaves behind cannot hold a pipe open.
final class Spawned: @unchecked Sendable {
    /// How a process ended.
    enum Ending: Equatable {
        case exited(Int32)
        case killed(signal: Int32)
    }

    let pid: pid_t
    private var ending: Ending?

    /// Starts a program in a folder with nothing but the given environment and descriptors.
    init(
        _ command: [String], environment: [String: String], folder: String, input: Int32, output: Int32, errors: Int32
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, source) in [(STDIN_FILENO, input), (STDOUT_FILENO, output), (STDERR_FILENO, errors)] {
            posix_spawn_file_actions_adddup2(&actions, source, target)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own: nothing that is sent to the test runner's group reaches it.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        // env changes the folder and becomes the program, under the same process number.
        let program = "/usr/bin/env"
        var words = ([program, "-C", folder] + command).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in words + variables { free(pointer) } }
        var pid: pid_t = 0
        let failure = posix_spawn(&pid, program, &actions, &attributes, &words, &variables)
        guard failure == 0 else { throw NotStarted(program: program, reason: String(cString: strerror(failure))) }
        self.pid = pid
    }

    /// A program could not be started.
    struct NotStarted: Error {
        let program: String
        let reason: String
    }

    /// True when it has ended.
    func hasEnded() -> Bool {
        if ending != nil { return true }
        var status: Int32 = 0
        guard waitpid(pid, &status, WNOHANG) == pid else { return false }
        let signal = status & 0x7f
        ending = signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal)
        return true
    }

    /// Waits for the end; a process that takes too long is killed and the test fails.
    func wait(_ patience: Duration) async throws -> Ending {
        let deadline = ContinuousClock.now + patience
        while !hasEnded() {
            if ContinuousClock.now > deadline {
                kill(pid, SIGKILL)
                Issue.record("The command did not end within \(patience).")
            }
            try await Task.sleep(for: .milliseconds(4))
        }
        return try #require(ending)
    }

    /// Sends a signal to a process that is still there.
    func send(_ signal: Int32) {
        if !hasEnded() { kill(pid, signal) }
    }
}
