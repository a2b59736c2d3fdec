import CPostgreSQL
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A program started by Patuh that may outlive it.
///
/// Made by posix_spawn: libraries for subprocesses end their children with themselves, and the server must stay.
struct ChildProcess {
    let pid: pid_t

    /// Starts a program in a session of its own, so that Ctrl-C in the terminal does not reach it.
    init(_ arguments: [String], output: Int32) throws(PostgresError) {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // POSIX_SPAWN_SETSID; the header hides it from Swift.
        let newSession: Int32 = 0x80
        posix_spawnattr_setflags(&attributes, Int16(newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        // Signals Patuh ignores or blocks must work in the server.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addchdir_np(&actions, "/")
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        // A pipe of the caller's that stayed open here would never end for its reader.
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)

        var child: pid_t = 0
        let failure = Self.withCStrings(arguments) { argv in
            Self.withCStrings(Self.environment) { environment in
                posix_spawnp(&child, arguments.first ?? "", &actions, &attributes, argv, environment)
            }
        }
        guard failure == 0 else {
            throw PostgresError(
                .serverStartFailed,
                "Cannot start \(arguments.first ?? "a program"): \(String(cString: strerror(failure)))."
            )
        }
        pid = child
    }

    /// Nothing of the caller's PG variables, and messages in English.
    private static var environment: [String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        return ["PATH=\(path):/usr/sbin:/sbin", "LC_ALL=C"]
    }

    /// The exit status if the program has ended; -1 for one ended by a signal.
    func exitStatus() -> Int32? {
        var status: Int32 = 0
        guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
    }

    /// Waits for the end without holding a thread.
    func wait() async throws -> Int32 {
        while true {
            if let status = exitStatus() { return status }
            do {
                try await Task.sleep(for: .milliseconds(5))
            } catch {
                kill(pid, SIGTERM)
                throw error
            }
        }
    }

    /// Runs a program that writes little, and returns that if it succeeds.
    static func output(_ arguments: [String]) async throws -> String? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let child: ChildProcess?
        do {
            defer { close(ends[1]) }
            child = try? ChildProcess(arguments, output: ends[1])
        }
        guard let child, try await child.wait() == 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(ends[0], &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(String(decoding: buffer[..<count], as: UTF8.self).prefix { $0 != "\n" })
    }

    private static func withCStrings<T>(
        _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> T
    ) -> T {
        let copies = texts.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return (copies + [nil]).withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("the list ends in nil") }
            return body(base)
        }
    }
}
