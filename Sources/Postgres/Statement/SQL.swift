/// A statement with its binds: `\(value)` becomes `$n` and a bind, so that no value is ever part of the text.
///
/// Raw text enters only through `\(unescaped:)`, names through `\(identifier:)`, and another `SQL` through `\(sql)`.
/// Binds carry no type; where the server cannot infer one, write a cast: `\(count)::bigint`.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    enum Piece: Sendable {
        case text(String)
        case bind(String?)
    }

    var pieces: [Piece]

    /// Takes text as it is, for statements that come from a file of the project.
    public init(unescaped text: String) {
        pieces = [.text(text)]
    }

    /// Takes a literal as it is.
    public init(stringLiteral text: String) {
        pieces = [.text(text)]
    }

    /// Takes the pieces that interpolation collected.
    public init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    /// Joins two fragments; binds are numbered when the statement is sent.
    public static func + (left: SQL, right: SQL) -> SQL {
        var joined = left
        joined.pieces += right.pieces
        return joined
    }

    /// Appends a fragment.
    public static func += (left: inout SQL, right: SQL) {
        left.pieces += right.pieces
    }
}

extension SQL {
    /// Collects literals, binds, names and fragments of one statement.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var pieces: [Piece] = []

        /// Prepares for about as many pieces as the literal has.
        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        /// Appends text of the statement.
        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.text(literal)) }
        }

        /// Appends a bind.
        public mutating func appendInterpolation(_ value: some SQLBindable) {
            pieces.append(.bind(value.sqlText))
        }

        /// Appends a bind, or NULL; without it the compiler warns about optionals in text.
        public mutating func appendInterpolation(_ value: (some SQLBindable)?) {
            pieces.append(.bind(value?.sqlText))
        }

        /// Appends another statement's text and binds.
        public mutating func appendInterpolation(_ fragment: SQL) {
            pieces += fragment.pieces
        }

        /// Appends text that the caller vouches for.
        public mutating func appendInterpolation(unescaped text: String) {
            pieces.append(.text(text))
        }

        /// Appends a quoted name of a table, column or other object.
        public mutating func appendInterpolation(identifier name: String) {
            pieces.append(.text(SQL.quoted(identifier: name)))
        }
    }

    static func quoted(identifier name: String) -> String {
        var quoted = "\""
        for character in name {
            if character == "\"" { quoted.append(character) }
            quoted.append(character)
        }
        return quoted + "\""
    }
}
