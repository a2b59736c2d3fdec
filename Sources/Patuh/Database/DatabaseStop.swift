import ArgumentParser
import Postgres

/// `patuh db stop`.
struct DatabaseStop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "stop", abstract: "Stop the private PostgreSQL.")

    func run() async throws {
        let stopped = try await EmbeddedServer.standard().stop()
        Terminal.note(stopped ? "Stopped." : "It was not running.")
    }
}
