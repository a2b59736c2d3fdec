/// One value of a table.
public enum Cell: Sendable, Hashable {
    /// Words, codes and identifiers.
    case text(String)
    /// A code with what people read for it; machine formats keep the code.
    case word(code: String, text: String)
    /// A whole number.
    case integer(Int64)
    /// Whole rupiah.
    case money(Int64)
    /// A day as ISO text, `2026-08-27`.
    case date(String)
    /// A month as ISO text, `2026-08` or its first day.
    case month(String)
    /// A percentage as a plain decimal, `98.60`.
    case percent(String)
    /// Yes or no.
    case boolean(Bool)
    /// No value.
    case empty
}
