import FoundationEssentials

/// The programs of one installed PostgreSQL.
struct ServerPrograms {
    let folder: String
    let major: Int

    static let oldestMajor = 15

    var initdb: String { "\(folder)/initdb" }
    var postgres: String { "\(folder)/postgres" }

    /// Finds programs; those of `major` if a cluster of that version exists already.
    static func find(explicit: String?, major: Int?) async throws -> ServerPrograms {
        let environment = ProcessInfo.processInfo.environment["PATUH_PG_BIN"].flatMap { $0.isEmpty ? nil : $0 }
        if let folder = explicit ?? environment {
            guard let programs = try await inspect(folder) else {
                throw PostgresError(
                    .serverBinariesMissing, "There is no PostgreSQL server in \(folder).",
                    hint: "Set PATUH_PG_BIN to the folder that holds postgres and initdb, or unset it."
                )
            }
            return try programs.checked(for: major)
        }
        var found: [ServerPrograms] = []
        for folder in try await installedFolders() {
            guard let programs = try await inspect(folder) else { continue }
            found.append(programs)
            if major == nil || major == programs.major, programs.major >= oldestMajor { return programs }
        }
        guard let first = found.first else {
            throw PostgresError(
                .serverBinariesMissing, "No PostgreSQL server is installed.",
                hint: "Install one (apt-get install postgresql), or set PGHOST to use a server elsewhere."
            )
        }
        return try first.checked(for: major)
    }

    /// The folder `pg_config` names, then Debian's from the newest.
    private static func installedFolders() async throws -> [String] {
        var folders: [String] = []
        if let folder = try await ChildProcess.output(["pg_config", "--bindir"]) { folders.append(folder) }
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        for version in versions.compactMap({ Int($0) }).sorted(by: >) {
            let folder = "/usr/lib/postgresql/\(version)/bin"
            if !folders.contains(folder) { folders.append(folder) }
        }
        return folders
    }

    private static func inspect(_ folder: String) async throws -> ServerPrograms? {
        let programs = ["postgres", "initdb"].map { "\(folder)/\($0)" }
        guard programs.allSatisfy(FileManager.default.isExecutableFile(atPath:)),
            // "postgres (PostgreSQL) 15.18 (Debian …)"
            let words = try await ChildProcess.output([programs[0], "-V"])?.split(separator: " "), words.count > 2,
            let major = Int(words[2].prefix { $0.isNumber })
        else { return nil }
        return ServerPrograms(folder: folder, major: major)
    }

    private func checked(for wanted: Int?) throws(PostgresError) -> ServerPrograms {
        if let wanted, wanted != major {
            throw PostgresError(
                .serverBinariesMissing,
                "The data was made by PostgreSQL \(wanted), and only PostgreSQL \(major) is installed.",
                hint: "Install postgresql-\(wanted), or move the data with pg_upgrade."
            )
        }
        guard major >= Self.oldestMajor else {
            throw PostgresError(
                .serverBinariesMissing, "PostgreSQL \(major) is too old: Patuh needs \(Self.oldestMajor) or newer."
            )
        }
        return self
    }
}
