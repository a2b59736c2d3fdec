extension Cell {
    /// The value for machines: raw numbers and ISO dates.
    var json: JSONValue {
        switch self {
        case .text(let text), .date(let text): .string(text)
        case .word(let code, _): .string(code)
        case .integer(let number), .money(let number): .integer(number)
        case .month(let iso): .string(String(iso.prefix(7)))
        case .percent(let decimal): .decimal(decimal)
        case .boolean(let value): .boolean(value)
        case .empty: .null
        }
    }
}
