/// A type whose arrays travel to and from the server.
///
/// Most become a PostgreSQL array; an array of bytes becomes a `bytea`. One conditional conformance of `Array` has to
/// serve both, so the element decides.
public protocol SQLArrayElement: Sendable {
    /// Writes an array of this type.
    static func sqlText(of array: [Self]) -> String
    /// Reads an array of this type.
    static func array(sqlText: String) throws -> [Self]
}

extension SQLArrayElement where Self: SQLBindable & SQLDecodable {
    /// Writes a PostgreSQL array literal.
    public static func sqlText(of array: [Self]) -> String {
        ArrayLiteral.text(of: array.map(\.sqlText))
    }

    /// Reads a PostgreSQL array literal of one dimension without NULLs.
    public static func array(sqlText: String) throws -> [Self] {
        try ArrayLiteral.elements(of: sqlText).map { element in
            guard let element else { throw SQLDecodingFailure(wanted: "[\(Self.self)]") }
            return try Self(sqlText: element)
        }
    }
}

extension String: SQLArrayElement {}
extension Int: SQLArrayElement {}
extension Int64: SQLArrayElement {}
extension Int32: SQLArrayElement {}
extension Bool: SQLArrayElement {}
extension CalendarDate: SQLArrayElement {}

extension Array: SQLBindable where Element: SQLArrayElement {
    /// The array as the element type writes it.
    public var sqlText: String? { Element.sqlText(of: self) }
}

extension Array: SQLDecodable where Element: SQLArrayElement {
    /// Reads the array as the element type wants it.
    public init(sqlText: String) throws {
        self = try Element.array(sqlText: sqlText)
    }
}
