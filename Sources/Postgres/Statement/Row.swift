import CPostgreSQL

/// A column of a result.
public struct Column: Sendable, Hashable {
    /// The name the statement gave it.
    public let name: String
    /// The server's number for its type.
    public let typeOID: UInt32
}

/// One row of a result, read by column name.
public struct Row: Sendable {
    let result: QueryResult
    let index: Int32

    /// The columns, in the order of the statement.
    public var columns: [Column] { result.columns }

    /// The value of a column, which must not be NULL.
    public func get<T: SQLDecodable>(_ column: String, as type: T.Type = T.self) throws -> T {
        guard let value: T = try getIfPresent(column) else {
            throw PostgresError(.decoding, "Column \(column) is null where a value must be.")
        }
        return value
    }

    /// The value of a column, or nil for NULL.
    public func getIfPresent<T: SQLDecodable>(_ column: String, as type: T.Type = T.self) throws -> T? {
        guard let position = result.positions[column] else {
            throw PostgresError(.decoding, "The result has no column \(column).")
        }
        return try decode(position)
    }

    /// The value of a column in PostgreSQL's text format, or nil for NULL or a column that does not exist.
    public func text(_ index: Int) -> String? {
        guard columns.indices.contains(index) else { return nil }
        let column = Int32(index)
        guard PQgetisnull(result.pointer, self.index, column) == 0,
            let value = PQgetvalue(result.pointer, self.index, column)
        else { return nil }
        let length = Int(PQgetlength(result.pointer, self.index, column))
        return String(decoding: UnsafeRawBufferPointer(start: value, count: length), as: UTF8.self)
    }

    func decode<T: SQLDecodable>(_ position: Int) throws -> T? {
        guard let text = text(position) else { return nil }
        do {
            return try T(sqlText: text)
        } catch {
            // The value stays out of the message.
            throw PostgresError(.decoding, "Column \(columns[position].name) does not hold a \(T.self).")
        }
    }
}
