import CPostgreSQL

extension Session {
    /// Runs `body` in a transaction, which is rolled back when it throws; inside another one, in a savepoint.
    public func transaction<T>(_ body: (Session) throws -> T) throws -> T {
        if depth == 0 {
            return try bracket(begin: "begin", end: "commit", undo: "rollback", body)
        }
        let name = "patuh_savepoint_\(depth)"
        return try bracket(
            begin: "savepoint \(name)", end: "release savepoint \(name)",
            undo: "rollback to savepoint \(name); release savepoint \(name)", body
        )
    }

    private func bracket<T>(
        begin: String, end: String, undo: String, _ body: (Session) throws -> T
    ) throws -> T {
        _ = try sendText(begin)
        depth += 1
        do {
            let value = try body(self)
            let result = try sendText(end)
            // The server answers a COMMIT after a failed statement with a silent rollback.
            guard result.commandTag != "ROLLBACK" else {
                throw PostgresError(
                    .transactionFailed, "A statement in the transaction had failed, so nothing was saved."
                )
            }
            depth -= 1
            return value
        } catch {
            depth -= 1
            // A cancellation request still under way must not hit the rollback.
            if cancellation.isRequested { cancellation.finish() }
            if PQtransactionStatus(handle.pointer) != PQTRANS_IDLE { PQclear(PQexec(handle.pointer, undo)) }
            throw error
        }
    }

    /// Whether the open transaction still takes statements.
    var isTransactionHealthy: Bool { PQtransactionStatus(handle.pointer) == PQTRANS_INTRANS }
}
