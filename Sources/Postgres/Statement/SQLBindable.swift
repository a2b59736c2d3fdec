/// A value that can be bound to a parameter of a statement.
public protocol SQLBindable: Sendable {
    /// The value in PostgreSQL's text format; nil stands for NULL.
    var sqlText: String? { get }
}

extension String: SQLBindable {
    /// The text itself.
    public var sqlText: String? { self }
}

extension Substring: SQLBindable {
    /// The text itself.
    public var sqlText: String? { String(self) }
}

extension Int: SQLBindable {
    /// The decimal digits.
    public var sqlText: String? { String(self) }
}

extension Int64: SQLBindable {
    /// The decimal digits.
    public var sqlText: String? { String(self) }
}

extension Int32: SQLBindable {
    /// The decimal digits.
    public var sqlText: String? { String(self) }
}

extension Double: SQLBindable {
    /// The shortest digits that give the same number again.
    public var sqlText: String? {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
        return String(self)
    }
}

extension Bool: SQLBindable {
    /// `t` or `f`.
    public var sqlText: String? { self ? "t" : "f" }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    /// The wrapped value, or NULL.
    public var sqlText: String? { flatMap(\.sqlText) }
}
