import ArgumentParser
import Postgres
import Register

/// `patuh db migrate`.
struct DatabaseMigrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring the database to this version: migrations, functions, reference data.")

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Self.migrate(connection)
    }

    static func migrate(_ connection: ConnectionOptions) async throws {
        let changes = try await Workspace.open(connection, needsSchema: false) { workspace in
            try await workspace.database.run { try Schema(workspace.resources).migrate($0) }
        }
        guard !changes.isEmpty else {
            Terminal.note("The database is up to date.")
            return
        }
        Terminal.note(
            """
            Applied: \(changes.migrations.count) migrations, \(changes.functions.count) files of functions, \
            \(changes.datasets.count) data files.
            Next: patuh import offices FILE
            """)
    }
}
