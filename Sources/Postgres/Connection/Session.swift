import CPostgreSQL

/// A connection during one piece of work; its calls block.
///
/// It exists only inside the closures of ``Database`` and cannot leave them.
public final class Session {
    let handle: ConnectionHandle
    let cancelHandle: CancelHandle?
    /// Of the piece of work under way.
    var cancellation: Cancellation
    /// How many transactions and savepoints are open.
    var depth = 0
    /// Numbers cursors, so that one can be read inside another.
    var cursors = 0

    init(_ parameters: ConnectionParameters) throws(PostgresError) {
        handle = try ConnectionHandle(parameters)
        cancelHandle = CancelHandle(handle.pointer)
        cancellation = Cancellation()
    }

    /// Runs one piece of work and leaves the connection clean for the next.
    func work<T>(_ cancellation: Cancellation, _ body: (Session) throws -> T) throws -> T {
        self.cancellation = cancellation
        defer { cancellation.finish() }
        try cancellation.begin(cancelHandle)
        defer { leaveTransaction() }
        return try body(self)
    }

    /// Rolls back what the work began by hand and did not end.
    private func leaveTransaction() {
        depth = 0
        cancellation.finish()
        let status = PQtransactionStatus(handle.pointer)
        if status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE {
            PQclear(PQexec(handle.pointer, "rollback"))
        }
    }

    /// Sends a statement with its binds and waits for the result.
    func send(_ sql: SQL) throws(PostgresError) -> QueryResult {
        let statement = try RenderedSQL(sql)
        try cancellation.check()
        return try take(
            statement.withPointers { text, values in
                PQexecParams(handle.pointer, text, Int32(values.count), nil, values, nil, nil, 0)
            }
        )
    }

    /// Sends text without binds, possibly several statements.
    func sendText(_ text: String) throws(PostgresError) -> QueryResult {
        guard !text.utf8.contains(0) else { throw PostgresError(.encoding, "A statement holds a zero byte.") }
        try cancellation.check()
        return try take(PQexec(handle.pointer, text))
    }

    /// Owns the result, or throws what it says.
    func take(_ pointer: OpaquePointer?) throws(PostgresError) -> QueryResult {
        guard let pointer else { throw failure(nil) }
        let status = PQresultStatus(pointer)
        if status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY {
            return QueryResult(pointer)
        }
        defer { PQclear(pointer) }
        if status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH {
            abandonCopy(status)
            throw PostgresError(.copyFailed, "A COPY cannot be run like other statements.")
        }
        throw failure(pointer)
    }

    /// The error in a result, or of the connection when there is none.
    func failure(_ result: OpaquePointer?) -> PostgresError {
        let report = ServerReport(result)
        if report.sqlState == "57014", cancellation.isRequested { return Cancellation.error }
        if PQstatus(handle.pointer) == CONNECTION_BAD || report.isShutdown {
            let text = PQerrorMessage(handle.pointer).map { String(cString: $0) }
            return PostgresError(
                .connectionLost, "The connection to the database broke.",
                hint: "What was not committed was rolled back.", serverMessage: report.message ?? text
            )
        }
        guard report.sqlState != nil else {
            let text = PQerrorMessage(handle.pointer).map { String(cString: $0) }
            return PostgresError(.serverError, "The database gave no answer to a statement.", serverMessage: text)
        }
        return PostgresError(
            .serverError, report.safeMessage, hint: report.safeHint, report: report
        )
    }
}

@available(*, unavailable)
extension Session: Sendable {}
