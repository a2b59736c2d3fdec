import CPostgreSQL

extension Session {
    /// Runs a statement and returns how many rows it touched.
    @discardableResult
    public func execute(_ sql: SQL) throws -> Int {
        try send(sql).affectedRows
    }

    /// Puts things in order after a failure: runs also after the work has been cancelled, and tells of no error.
    public func tidy(_ text: String) {
        cancellation.finish()
        PQclear(PQexec(handle.pointer, text))
    }

    /// Runs several statements, which share one transaction unless they say otherwise.
    public func script(_ text: String) throws {
        _ = try sendText(text)
    }

    /// All rows of a statement, held in memory; see `forEach` for many.
    public func rows(_ sql: SQL) throws -> [Row] {
        try send(sql).rows
    }

    /// All rows of a statement with its columns, which are known even when there is no row.
    public func table(_ sql: SQL) throws -> (columns: [Column], rows: [Row]) {
        let result = try send(sql)
        return (result.columns, result.rows)
    }

    /// The one row of a statement.
    public func row(_ sql: SQL) throws -> Row {
        guard let row = try rowIfPresent(sql) else {
            throw PostgresError(.unexpectedRowCount, "A statement returned no row where it must return one.")
        }
        return row
    }

    /// The one row of a statement, or nil if there is none.
    public func rowIfPresent(_ sql: SQL) throws -> Row? {
        let result = try send(sql)
        guard result.rowCount <= 1 else {
            throw PostgresError(
                .unexpectedRowCount, "A statement returned \(result.rowCount) rows where it must return one."
            )
        }
        return result.rows.first
    }

    /// The value in the first column of the one row.
    public func value<T: SQLDecodable>(_ sql: SQL, as type: T.Type = T.self) throws -> T {
        let row = try row(sql)
        guard !row.columns.isEmpty else { throw PostgresError(.decoding, "A statement returned no column.") }
        guard let value: T = try row.decode(0) else {
            throw PostgresError(.decoding, "Column \(row.columns[0].name) is null where a value must be.")
        }
        return value
    }

    /// The value in the first column of the one row, or nil if there is no row or it is NULL.
    public func valueIfPresent<T: SQLDecodable>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        guard let row = try rowIfPresent(sql), !row.columns.isEmpty else { return nil }
        return try row.decode(0)
    }
}
