import CPostgreSQL
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

extension EmbeddedServer {
    /// What is known about a private server.
    public struct Status: Sendable {
        /// Whether it answers.
        public let isRunning: Bool
        /// Whether it stays when no command uses it.
        public let isKept: Bool
        /// The number of its process.
        public let pid: Int32?
        /// The full version of a running server, else the major version of the data.
        public let version: String?
        /// The folder with the data, if there are any.
        public let dataFolder: String?
        /// The folder with the socket.
        public let socketFolder: String
        /// The log file.
        public let logFile: String
        /// The bytes the data take.
        public let size: Int64
    }

    /// Looks without starting anything.
    public func status() async throws -> Status {
        let cluster = Cluster.existing(home: home)
        let postmaster = cluster.flatMap { Postmaster.running(on: $0.data) }
        let isRunning = postmaster != nil && ping() == PQPING_OK
        var version = cluster.map { String($0.major) }
        if isRunning {
            let database = try await Database.connect(parameters(database: "postgres"))
            version = try await database.run { try $0.value("show server_version", as: String.self) }
            await database.close()
        }
        return Status(
            isRunning: isRunning,
            isKept: isRunning && !FileManager.default.fileExists(atPath: startedByCommandMarker),
            pid: postmaster?.pid,
            version: version,
            dataFolder: cluster?.data,
            socketFolder: socketFolder,
            logFile: logFile,
            size: cluster.map { Self.size(of: $0.data) } ?? 0
        )
    }

    private static func size(of folder: String) -> Int64 {
        var total: Int64 = 0
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let path = "\(folder)/\(name)"
            var entry = stat()
            guard lstat(path, &entry) == 0 else { continue }
            total += entry.st_mode & S_IFMT == S_IFDIR ? size(of: path) : Int64(entry.st_size)
        }
        return total
    }
}
