/// A value that can be read from a column in PostgreSQL's text format.
public protocol SQLDecodable {
    /// Reads the text, or throws `SQLDecodingFailure`.
    init(sqlText: String) throws
}

/// Says that a text is not of the wanted type; the text itself is left out, for it may be personal data.
public struct SQLDecodingFailure: Error, Sendable {
    /// The type that was wanted.
    public let wanted: String

    /// Names the wanted type.
    public init(wanted: String) {
        self.wanted = wanted
    }
}

extension String: SQLDecodable {
    /// Takes the text as it is.
    public init(sqlText: String) {
        self = sqlText
    }
}

extension Int: SQLDecodable {
    /// Reads a whole number.
    public init(sqlText: String) throws {
        guard let number = Int(sqlText) else { throw SQLDecodingFailure(wanted: "Int") }
        self = number
    }
}

extension Int64: SQLDecodable {
    /// Reads a whole number.
    public init(sqlText: String) throws {
        guard let number = Int64(sqlText) else { throw SQLDecodingFailure(wanted: "Int64") }
        self = number
    }
}

extension Int32: SQLDecodable {
    /// Reads a whole number.
    public init(sqlText: String) throws {
        guard let number = Int32(sqlText) else { throw SQLDecodingFailure(wanted: "Int32") }
        self = number
    }
}

extension Double: SQLDecodable {
    /// Reads a number.
    public init(sqlText: String) throws {
        switch sqlText {
        case "Infinity": self = .infinity
        case "-Infinity": self = -.infinity
        case "NaN": self = .nan
        default:
            guard let number = Double(sqlText) else { throw SQLDecodingFailure(wanted: "Double") }
            self = number
        }
    }
}

extension Bool: SQLDecodable {
    /// Reads `t` or `f`.
    public init(sqlText: String) throws {
        switch sqlText {
        case "t": self = true
        case "f": self = false
        default: throw SQLDecodingFailure(wanted: "Bool")
        }
    }
}
