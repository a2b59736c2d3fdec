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
