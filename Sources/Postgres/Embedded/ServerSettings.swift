#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// How a private server is set up.
enum ServerSettings {
    /// Written once into postgresql.conf, where the user may change it.
    private static let text = """

        # Set by Patuh when it made this cluster; change what you like.
        shared_buffers = 256MB
        work_mem = 64MB
        maintenance_work_mem = 256MB
        effective_cache_size = 1GB
        max_wal_size = 2GB
        checkpoint_timeout = 15min
        random_page_cost = 1.1
        jit = off
        # Nothing replicates from here, and bulk loads are faster so.
        wal_level = minimal
        max_wal_senders = 0
        # Errors of statements quote rows, which are personal data: they go to the client only.
        log_min_messages = log
        log_checkpoints = off

        """

    static func append(to file: String) throws(PostgresError) {
        let descriptor = open(file, O_WRONLY | O_APPEND | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, write(descriptor, text, text.utf8.count) == text.utf8.count else {
            throw PostgresError(
                .dataFolderUnusable, "Cannot write \(file): \(String(cString: strerror(errno)))."
            )
        }
    }

    /// Given at each start, because Patuh relies on them.
    static func arguments(_ server: EmbeddedServer, _ cluster: Cluster) -> [String] {
        var settings = [
            "listen_addresses=", "unix_socket_permissions=0700", "logging_collector=off",
            // The statement of a command that was killed ends soon, so that the server can stop.
            "client_connection_check_interval=1s",
        ]
        if hasLittleSharedMemory { settings.append("dynamic_shared_memory_type=sysv") }
        if !server.options.isDurable {
            settings += ["fsync=off", "full_page_writes=off", "synchronous_commit=off"]
        }
        return ["-D", cluster.data, "-k", server.socketFolder, "-p", EmbeddedServer.port]
            + settings.flatMap { ["-c", $0] }
    }

    /// Containers often have 64 MB in /dev/shm, which parallel queries overrun.
    private static var hasLittleSharedMemory: Bool {
        var system = statvfs()
        guard statvfs("/dev/shm", &system) == 0 else { return true }
        return UInt64(system.f_blocks) * UInt64(system.f_frsize) < 1 << 30
    }
}
