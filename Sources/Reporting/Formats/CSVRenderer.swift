/// Comma-separated values after RFC 4180: column keys, then one line per row, raw values, no totals.
public struct CSVRenderer: ReportRenderer {
    let options: RenderOptions

    /// A renderer for the section that the options choose.
    public init(options: RenderOptions = RenderOptions()) {
        self.options = options
    }

    /// The section as CSV.
    public func render(_ report: Report) throws -> [UInt8] {
        let section = try report.section(options.section)
        var text = Self.line(section.columns.map { Self.quoted($0.key) })
        for row in section.rows { text += Self.line(row.map(Self.field)) }
        return Array(text.utf8)
    }

    private static func line(_ fields: [String]) -> String {
        fields.joined(separator: ",") + "\r\n"
    }

    private static func field(_ cell: Cell) -> String {
        switch cell {
        case .text(let text): return quoted(harmless(text))
        case .percent(let decimal): return decimal
        default:
            switch cell.json {
            case .string(let text): return quoted(text)
            case .null: return ""
            case let value: return value.compact
            }
        }
    }

    /// Spreadsheets run a text that begins like a formula; an apostrophe in front makes it text again.
    private static func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return text }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        // Scalars, not characters: CR LF is one character and equals neither.
        guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
