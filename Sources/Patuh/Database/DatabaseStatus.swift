import ArgumentParser
import Postgres
import Register

/// `patuh db status`.
struct DatabaseStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show the server, the version of the data model and what is pending.")

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        if case .embedded(let server, let name) = try connection.target() {
            let status = try await server.status()
            try Terminal.print("server           private PostgreSQL \(status.version ?? "(not set up yet)")")
            try Terminal.print(
                "running          \(status.isRunning ? "yes, pid \(status.pid.map(String.init) ?? "?")" : "no")")
            try Terminal.print("kept running     \(status.isKept ? "yes" : "no, stopped when idle")")
            try Terminal.print("data folder      \(status.dataFolder ?? server.home)")
            try Terminal.print("socket folder    \(status.socketFolder)")
            try Terminal.print("size             \(status.size / 1_048_576) MiB")
            try Terminal.print("database         \(name)")
        } else {
            try Terminal.print("server           the office's own")
        }
        try await Workspace.open(connection, needsSchema: false) { workspace in
            let lines = try await workspace.database.run { session in
                try Self.describe(session, workspace.resources)
            }
            for line in lines { try Terminal.print(line) }
        }
    }

    private static func describe(_ session: Session, _ resources: Resources) throws -> [String] {
        let version: String = try session.value("select current_setting('server_version')")
        guard try Schema.exists(session) else {
            return ["server version   \(version)", "schema           none; run: patuh db init"]
        }
        let pending = try Schema(resources).pending(session)
        let applied: String = try session.value("select max(name) from patuh.migration")
        return [
            "server version   \(version)",
            "schema           \(applied)",
            "pending          \(pending.isEmpty ? "nothing" : pending.joined(separator: ", "))",
        ]
    }
}
