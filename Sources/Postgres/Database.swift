/// A connection to PostgreSQL that works on a thread of its own.
///
/// All of a piece of work happens in one closure, so that statements of two tasks never mix. Cancelling the task
/// cancels the statement that runs for it.
public actor Database {
    nonisolated private let executor = ThreadExecutor()
    private var session: Session?
    /// Keeps a private server from being stopped as idle.
    private var lease: EmbeddedLease?

    /// The thread of this connection.
    nonisolated public var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init() {}

    deinit { executor.stop() }

    /// Connects, and starts the private server first if that is the target.
    public static func connect(_ target: ConnectionTarget, application: String) async throws -> Database {
        let database = Database()
        let parameters = try target.parameters(application: application)
        guard case .embedded(let server, let name) = target else {
            try await database.open(parameters)
            return database
        }
        try await database.hold(server.lease())
        do {
            try await database.open(parameters)
        } catch let error as PostgresError where error.code == .connectionFailed {
            // Not running, or no such database: the usual case of a running server costs nothing extra.
            try await server.ensureRunning()
            try await server.createDatabaseIfMissing(name)
            try await database.open(parameters)
        }
        return database
    }

    /// Connects to a server that is known to run, without keeping it from being stopped.
    static func connect(_ parameters: ConnectionParameters) async throws -> Database {
        let database = Database()
        try await database.open(parameters)
        return database
    }

    private func open(_ parameters: ConnectionParameters) throws {
        session = try Session(parameters)
    }

    private func hold(_ lease: EmbeddedLease) {
        self.lease = lease
    }

    /// Runs `body` on the connection; each statement is its own transaction.
    @discardableResult
    nonisolated public func run<T: Sendable>(_ body: @Sendable (Session) throws -> T) async throws -> T {
        let cancellation = Cancellation()
        // Not isolated, so that the call below really changes to this connection's thread: the closure of
        // withTaskCancellationHandler runs on a thread of Swift's pool even when written inside the actor.
        return try await withTaskCancellationHandler {
            try await work(cancellation, body)
        } onCancel: {
            cancellation.request()
        }
    }

    private func work<T: Sendable>(_ cancellation: Cancellation, _ body: @Sendable (Session) throws -> T) throws -> T {
        guard let session else { throw PostgresError(.closed, "The connection is closed.") }
        return try session.work(cancellation, body)
    }

    /// Runs `body` in a transaction, which is rolled back when it throws.
    @discardableResult
    nonisolated public func transaction<T: Sendable>(_ body: @Sendable (Session) throws -> T) async throws -> T {
        try await run { try $0.transaction(body) }
    }

    /// Closes the connection; later work fails.
    public func close() async {
        session = nil
        lease = nil
    }
}
