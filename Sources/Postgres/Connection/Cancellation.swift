import CPostgreSQL

/// Lets any thread ask the server to stop what a connection is doing.
///
/// libpq promises that PQcancel may be called from any thread, hence Sendable.
final class CancelHandle: @unchecked Sendable {
    private let pointer: OpaquePointer

    init?(_ connection: OpaquePointer) {
        guard let pointer = PQgetCancel(connection) else { return nil }
        self.pointer = pointer
    }

    deinit { PQfreeCancel(pointer) }

    func send() {
        var message = [CChar](repeating: 0, count: 256)
        _ = PQcancel(pointer, &message, Int32(message.count))
    }
}

/// The cancellation of one piece of work on a connection.
///
/// A request that reaches the server between two statements is ignored by it, so requests are repeated until the work
/// has noticed. The lock is held while one is under way: when `finish` returns, none can hit a later statement.
final class Cancellation: Sendable {
    private struct State: Sendable {
        var requested = false
        /// Set while the work is under way.
        var handle: CancelHandle?
    }

    private let state = Guarded(State())
    var isRequested: Bool { state.withLock(\.requested) }

    func check() throws(PostgresError) {
        if isRequested { throw Self.error }
    }

    func request() {
        let isUnderWay = state.withLock { state in
            defer { state.requested = true }
            return !state.requested && state.handle != nil
        }
        guard isUnderWay else { return }
        // A thread of its own: PQcancel waits for the server, and the tasks' threads must not.
        NativeThread.start { [self] in
            while sendUnlessFinished() { NativeThread.sleep(milliseconds: 20) }
        }
    }

    /// Says that the work begins, unless it was cancelled while it waited for its turn.
    func begin(_ handle: CancelHandle?) throws(PostgresError) {
        let isRequested = state.withLock { state in
            state.handle = handle
            return state.requested
        }
        if isRequested { throw Self.error }
    }

    /// Ends the requests; the work itself remains cancelled.
    func finish() {
        state.withLock { $0.handle = nil }
    }

    private func sendUnlessFinished() -> Bool {
        state.withLock { state in
            state.handle?.send()
            return state.handle != nil
        }
    }

    static var error: PostgresError { PostgresError(.cancelled, "The work was cancelled.") }
}
