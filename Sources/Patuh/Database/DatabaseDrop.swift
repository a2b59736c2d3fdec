import ArgumentParser
import Postgres
import Register

/// `patuh db drop`.
struct DatabaseDrop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Delete a database of the private server, with all letters and findings in it.")

    @Option(help: ArgumentHelp("Name of the database to delete, as db status shows it.", valueName: "name"))
    var confirm: String

    @Flag(help: "A database that is not there is no error.")
    var ifExists = false

    func run() async throws {
        let server = try EmbeddedServer.standard()
        try await server.ensureRunning()
        try await server.createDatabaseIfMissing("postgres")
        let database = try await Database.connect(.embedded(server, database: "postgres"), application: "patuh")
        let result: Result<Bool, any Error>
        do {
            result = .success(try await database.run { try drop($0) })
        } catch {
            result = .failure(error)
        }
        await database.close()
        _ = try await server.stopIfIdle()
        if try result.get() { Terminal.note("Dropped: \(confirm)") }
    }

    /// Drops the database and says whether it was there.
    private func drop(_ session: Session) throws -> Bool {
        guard
            try session.value("select exists (select from pg_database where datname = \(confirm)::name)", as: Bool.self)
        else {
            if ifExists { return false }
            throw Fault(
                .databaseUnknown, "The private server has no database \(confirm).",
                hint: "The name of the database in use: patuh db status")
        }
        _ = try session.execute("drop database \(identifier: confirm) with (force)")
        return true
    }

    func validate() throws {
        guard !["postgres", "template0", "template1"].contains(confirm) else {
            throw ValidationError("\(confirm) belongs to PostgreSQL itself.")
        }
    }
}
