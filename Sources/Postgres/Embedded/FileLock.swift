#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A lock on a file, which the system gives back even when the process is killed.
final class FileLock: Sendable {
    enum Kind {
        case shared, exclusive
    }

    private let descriptor: Int32

    private init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Takes the lock, or gives nil when others hold it.
    static func attempt(_ path: String, _ kind: Kind) throws -> FileLock? {
        // Not inherited by children: the server must not hold a lock.
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw PostgresError(
                .dataFolderUnusable, "Cannot open \(path): \(String(cString: strerror(errno))).",
                hint: "Set PATUH_DATA to a folder that you may write to."
            )
        }
        let lock = FileLock(descriptor)
        return flock(descriptor, (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 ? lock : nil
    }

    /// Takes the lock, waiting for others; polls, so that waiting holds no thread and can be cancelled.
    static func wait(_ path: String, _ kind: Kind) async throws -> FileLock {
        while true {
            if let lock = try attempt(path, kind) { return lock }
            try await Task.sleep(for: .milliseconds(10))
        }
    }
}

/// Held by each connection to a private server, so that no other command stops it as idle.
typealias EmbeddedLease = FileLock

extension EmbeddedServer {
    /// Held alone by whoever starts or stops the server.
    func startLock() async throws -> FileLock {
        try await .wait("\(home)/start.lock", .exclusive)
    }

    /// Waits only while another command is just stopping the server.
    func lease() async throws -> EmbeddedLease {
        try prepareHome()
        return try await .wait("\(home)/use.lock", .shared)
    }

    /// Held by whoever stops an idle server, so that commands wait which arrive in that moment.
    func exclusiveLease() throws -> EmbeddedLease? {
        try .attempt("\(home)/use.lock", .exclusive)
    }
}
