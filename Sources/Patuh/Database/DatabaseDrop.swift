import ArgumentParser
import Postgres
import Register

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
        let result: Result<Void, any Error>
        do {
            result = .success(try await database.run { try drop($0) })
        } catch {
            result = .failure(error)
        }
        await database.close()
        _ = try await server.stopIfIdle()
        try result.get()
        Terminal.note("Dropped: \(confirm)")
    }

    private func drop(_ session: Session) throws {
        guard
            try session.value("select exists (select from pg_database where datname = \(confirm)::name)", as: Bool.self)
        else {
            throw Fault(
                .databaseUnknown, "The private server has no database \(confirm).",
                hint: "The name of the database in use: patuh db status")
        }
        _ = try session.execute("drop database \(identifier: confirm) with (force)")
    }

    func validate() throws {
        guard !["postgres", "template0", "template1"].contains(confirm) else {
            throw ValidationError("\(confirm) belongs to PostgreSQL itself.")
        }
    }
}
