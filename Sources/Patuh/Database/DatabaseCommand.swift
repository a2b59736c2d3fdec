import ArgumentParser

/// `patuh db`.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "Set up and look after the database.",
        subcommands: [
            DatabaseInit.self, DatabaseMigrate.self, DatabaseStatus.self, DatabaseStart.self, DatabaseStop.self,
            DatabaseDrop.self,
        ])
}
