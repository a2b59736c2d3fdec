import FoundationEssentials
import Postgres
import Register
import Reporting

/// What a command works with: resources, a connection and the words of a language.
struct Workspace: Sendable {
    let resources: Resources
    let database: Database
    let catalogue: Catalogue
    /// Where the database is, for further connections.
    private let target: ConnectionTarget

    /// Opens a workspace, runs the body and closes it; a private server that nobody else uses is stopped.
    static func open<T: Sendable>(
        _ options: ConnectionOptions, language: Language = .indonesian, needsSchema: Bool = true, reason: String? = nil,
        _ body: @Sendable (Workspace) async throws -> T
    ) async throws -> T {
        let resources = try Resources.locate()
        let catalogue = try Catalogue(language: language, folder: resources.reports + "/text")
        let target = try options.target()
        if case .embedded(let server, let name) = target {
            try await server.ensureRunning()
            try await server.createDatabaseIfMissing(name)
        }
        let result: Result<T, any Error>
        do {
            let database = try await Database.connect(target, application: "patuh")
            do {
                try await database.run { try Actor.sign($0, because: reason) }
                try await prepare(database, target, resources, needsSchema: needsSchema)
                result = .success(
                    try await body(
                        Workspace(resources: resources, database: database, catalogue: catalogue, target: target)))
            } catch {
                result = .failure(error)
            }
            await database.close()
        } catch {
            result = .failure(error)
        }
        if case .embedded(let server, _) = target { _ = try? await server.stopIfIdle() }
        return try result.get()
    }

    /// Calls the body with a server for scratch databases: the given one, else a private one that holds nothing else.
    ///
    /// A private server that nobody else uses is stopped afterwards.
    static func scratchServer<T: Sendable>(
        _ options: ConnectionOptions, _ body: (ConnectionTarget) async throws -> T
    ) async throws -> T {
        let target = try options.target()
        guard case .embedded = target else { return try await body(target) }
        let server = try EmbeddedServer.throwaway()
        do {
            try await server.ensureRunning()
        } catch let error as PostgresError where error.code == .serverStartFailed {
            // What did not reach the disk before a power cut may have spoilt it; there is nothing to lose.
            try? FileManager.default.removeItem(atPath: server.home)
            try await server.ensureRunning()
        }
        let result: Result<T, any Error>
        do {
            result = .success(try await body(.embedded(server, database: "postgres")))
        } catch {
            result = .failure(error)
        }
        _ = try? await server.stopIfIdle()
        return try result.get()
    }

    /// The private database is brought up to date by itself; an office's server only by `patuh db migrate`.
    private static func prepare(
        _ database: Database, _ target: ConnectionTarget, _ resources: Resources, needsSchema: Bool
    ) async throws {
        try await database.run { session in
            guard needsSchema else { return }
            let schema = Schema(resources)
            if case .embedded = target {
                let changes = try schema.migrate(session)
                if !changes.migrations.isEmpty {
                    Terminal.note("Private database: \(changes.migrations.count) migrations applied.")
                }
            } else {
                try schema.requireCurrent(session)
            }
        }
    }

    /// Opens further connections for the body and closes them.
    func withConnections<T>(_ count: Int, _ body: ([Database]) async throws -> T) async throws -> T {
        var databases: [Database] = []
        let result: Result<T, any Error>
        do {
            for _ in 0..<count { databases.append(try await Database.connect(target, application: "patuh")) }
            result = .success(try await body(databases))
        } catch {
            result = .failure(error)
        }
        for database in databases { await database.close() }
        return try result.get()
    }
}
