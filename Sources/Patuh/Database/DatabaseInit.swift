import ArgumentParser

/// `patuh db init`: the same as migrate, under the name a newcomer looks for.
struct DatabaseInit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Create Patuh's tables, functions and reference data in an empty database.")

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await DatabaseMigrate.migrate(connection)
    }
}
