/// What went wrong between Patuh and PostgreSQL.
///
/// `message`, `hint` and `description` are safe to show: they never hold a value from a row. The server's own text
/// often does (a unique violation quotes the key), so it is kept apart for `debugDescription`.
public struct PostgresError: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The kind of failure.
    public let code: Code
    /// One sentence that is safe to show.
    public let message: String
    /// What the reader can do about it, if that is known.
    public let hint: String?
    /// The five characters by which the server names the error.
    public let sqlState: String?
    /// The server's or libpq's own text, which may quote personal data: for debugging only.
    public let serverMessage: String?
    /// DETAIL and CONTEXT of the server, which may quote personal data: for debugging only.
    public let serverDetail: String?
    /// The schema the server says the error belongs to.
    public let schema: String?
    /// The table the server says the error belongs to.
    public let table: String?
    /// The column the server says the error belongs to.
    public let column: String?
    /// The constraint that was violated.
    public let constraint: String?
    /// Where in the statement the error is, counted in characters from 1.
    public let position: Int?

    /// Describes a failure that did not come from the server.
    public init(_ code: Code, _ message: String, hint: String? = nil, serverMessage: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.serverMessage = serverMessage
        sqlState = nil
        serverDetail = nil
        schema = nil
        table = nil
        column = nil
        constraint = nil
        position = nil
    }

    init(_ code: Code, _ message: String, hint: String?, report: ServerReport) {
        self.code = code
        self.message = message
        self.hint = hint
        sqlState = report.sqlState
        serverMessage = report.message
        serverDetail = report.detail
        schema = report.schema
        table = report.table
        column = report.column
        constraint = report.constraint
        position = report.position
    }

    /// The message and the hint, safe to show.
    public var description: String {
        guard let hint else { return message }
        return "\(message) \(hint)"
    }

    /// Everything known, including text of the server that may quote personal data.
    public var debugDescription: String {
        var lines = ["\(code): \(message)"]
        for (name, value) in [
            ("hint", hint), ("sqlstate", sqlState), ("server", serverMessage), ("detail", serverDetail),
            ("schema", schema), ("table", table), ("column", column), ("constraint", constraint),
            ("position", position.map(String.init)),
        ] {
            if let value { lines.append("\(name): \(value)") }
        }
        return lines.joined(separator: "\n")
    }
}
