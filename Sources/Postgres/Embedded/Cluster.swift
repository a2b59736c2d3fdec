import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The data folder of one major version of PostgreSQL.
struct Cluster {
    let folder: String
    let major: Int

    init(home: String, major: Int) {
        folder = "\(home)/postgresql-\(major)"
        self.major = major
    }

    var data: String { "\(folder)/data" }

    /// initdb writes this file early and the rename puts it in place, so it stands for a whole cluster.
    var exists: Bool { access("\(data)/PG_VERSION", F_OK) == 0 }

    /// The newest cluster in a home.
    static func existing(home: String) -> Cluster? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home)) ?? []
        return
            names
            .compactMap { $0.hasPrefix("postgresql-") ? Int($0.dropFirst("postgresql-".count)) : nil }
            .map { Cluster(home: home, major: $0) }
            .filter(\.exists)
            .max { $0.major < $1.major }
    }

    /// Runs initdb beside the final place; an initdb that was killed leaves only what is cleared here.
    func create(_ server: EmbeddedServer, _ programs: ServerPrograms, _ account: ServerAccount) async throws {
        try server.makePrivate(folder, account)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name != "data" {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
        let unfinished = "\(folder)/unfinished-\(getpid())"
        var arguments = [
            programs.initdb, "-D", unfinished, "-U", EmbeddedServer.user, "-A", "trust", "-E", "UTF8",
            "--locale=C.UTF-8", "--data-checksums", "--no-instructions",
        ]
        if !server.options.isDurable { arguments.append("--no-sync") }
        let log = try ServerLog.open(server.logFile)
        defer { close(log) }
        let status = try await ChildProcess(account.prefix + arguments, output: log).wait()
        guard status == 0 else {
            throw PostgresError(
                .serverStartFailed, "The data folder of the database server could not be made.",
                hint: "Its log is \(server.logFile).", serverMessage: ServerLog.tail(server.logFile)
            )
        }
        try ServerSettings.append(to: "\(unfinished)/postgresql.conf")
        guard rename(unfinished, data) == 0 else {
            throw PostgresError(
                .dataFolderUnusable, "Cannot put \(data) in place: \(String(cString: strerror(errno)))."
            )
        }
    }
}
