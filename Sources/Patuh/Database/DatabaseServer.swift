import ArgumentParser
import Postgres

/// `patuh db start`.
struct DatabaseStart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start the private PostgreSQL and keep it running until db stop.",
        discussion: "Commands start and stop it by themselves; kept running, each of them is quicker.")

    func run() async throws {
        let server = try EmbeddedServer.standard()
        try await server.start(keep: true)
        Terminal.note("Running; socket folder: \(server.socketFolder)")
    }
}

/// `patuh db stop`.
struct DatabaseStop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "stop", abstract: "Stop the private PostgreSQL.")

    func run() async throws {
        let stopped = try await EmbeddedServer.standard().stop()
        Terminal.note(stopped ? "Stopped." : "It was not running.")
    }
}

/// `patuh db drop`.
struct DatabaseDrop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Delete a database of the private server, with all letters and findings in it.")

    @Option(help: ArgumentHelp("Name of the database to delete, as db status shows it.", valueName: "name"))
    var confirm: String

    func run() async throws {
        let server = try EmbeddedServer.standard()
        try await server.ensureRunning()
        try await server.createDatabaseIfMissing("postgres")
        let database = try await Database.connect(.embedded(server, database: "postgres"), application: "patuh")
        try await database.run { session in
            _ = try session.execute("drop database if exists \(identifier: confirm) with (force)")
        }
        await database.close()
        _ = try await server.stopIfIdle()
        Terminal.note("Dropped: \(confirm)")
    }

    func validate() throws {
        guard !["postgres", "template0", "template1"].contains(confirm) else {
            throw ValidationError("\(confirm) belongs to PostgreSQL itself.")
        }
    }
}
