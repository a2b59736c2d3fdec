extension Session {
    /// Calls `body` with each row, of which at most `fetch` are in memory; other statements may run meanwhile.
    public func forEach(_ sql: SQL, fetch: Int = 1000, _ body: (Row) throws -> Void) throws {
        // A cursor lives in a transaction.
        guard depth > 0 else {
            return try transaction { try $0.forEach(sql, fetch: fetch, body) }
        }
        cursors += 1
        let name: SQL = "\(identifier: "patuh_cursor_\(cursors)")"
        try execute("declare \(name) no scroll cursor for " + sql)
        do {
            let count = max(fetch, 1)
            var batch: [Row]
            repeat {
                batch = try rows("fetch \(unescaped: String(count)) from \(name)")
                for row in batch { try body(row) }
            } while batch.count == count
        } catch {
            // In a failed transaction the cursor is gone anyway.
            if isTransactionHealthy { _ = try? execute("close \(name)") }
            throw error
        }
        try execute("close \(name)")
    }
}
