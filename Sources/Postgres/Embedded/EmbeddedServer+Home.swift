#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

extension EmbeddedServer {
    /// The system takes no longer socket paths: 108 bytes with the closing zero.
    static let longestSocketPath = 107

    /// Makes the folders the server needs, or says why it cannot live here.
    func prepareHome() throws(PostgresError) {
        let socketPath = "\(socketFolder)/.s.PGSQL.\(Self.port)"
        guard socketPath.utf8.count <= Self.longestSocketPath else {
            throw PostgresError(
                .dataFolderUnusable,
                "The path of the data folder is too long for a socket: \(socketPath.utf8.count) bytes, "
                    + "\(Self.longestSocketPath) at most.",
                hint: "Set PATUH_DATA to a folder with a shorter path."
            )
        }
        let account = try ServerAccount.current()
        try makeFolders(mode: account.isOther ? 0o755 : 0o700)
        try checkOwner(account)
        try checkParents(account)
        try makePrivate(socketFolder, account)
        try makeLog(account)
    }

    /// A folder only the server's account can enter.
    func makePrivate(_ folder: String, _ account: ServerAccount) throws(PostgresError) {
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw unusable(folder) }
        try account.own(folder)
        guard chmod(folder, 0o700) == 0 else { throw unusable(folder) }
    }

    private func makeFolders(mode: mode_t) throws(PostgresError) {
        for folder in ancestors + [home] where access(folder, F_OK) != 0 {
            // Again by chmod, for the umask may be narrower.
            guard mkdir(folder, mode) == 0, chmod(folder, mode) == 0 || errno == EEXIST else {
                if errno == EEXIST { continue }
                throw unusable(folder)
            }
        }
    }

    /// The folders above home, from the top.
    private var ancestors: [String] {
        var folders: [String] = []
        var path = ""
        for part in home.split(separator: "/").dropLast() {
            path += "/" + part
            folders.append(path)
        }
        return folders
    }

    /// Another user's folder could hold links that lead root astray.
    private func checkOwner(_ account: ServerAccount) throws(PostgresError) {
        var entry = stat()
        guard stat(home, &entry) == 0 else { throw unusable(home) }
        guard entry.st_uid == geteuid() || entry.st_uid == account.uid else {
            throw PostgresError(
                .dataFolderUnusable, "The data folder \(home) belongs to another user.",
                hint: "Set PATUH_DATA to a folder of your own."
            )
        }
    }

    private func checkParents(_ account: ServerAccount) throws(PostgresError) {
        guard account.isOther else { return }
        for folder in ancestors + [home] where !account.canTraverse(folder) {
            throw PostgresError(
                .dataFolderUnusable,
                "The database server, which does not run as root, cannot enter \(folder).",
                hint: "Set PATUH_DATA to a folder that other users can reach, such as one under /var/lib."
            )
        }
    }

    private func makeLog(_ account: ServerAccount) throws(PostgresError) {
        var entry = stat()
        if stat(logFile, &entry) == 0, entry.st_size > 10 << 20 { rename(logFile, logFile + ".1") }
        let descriptor = open(logFile, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw unusable(logFile) }
        close(descriptor)
        try account.own(logFile)
    }

    private func unusable(_ path: String) -> PostgresError {
        PostgresError(
            .dataFolderUnusable, "Cannot use \(path): \(String(cString: strerror(errno))).",
            hint: "Set PATUH_DATA to a folder that you may write to."
        )
    }
}
