/// One table of a report.
public struct Section: Sendable {
    /// The stable name for machine formats and for choosing a section.
    public let key: String
    /// The heading people read; empty when the report's title says it all.
    public let title: String
    /// The columns, from left to right.
    public let columns: [Column]
    /// The rows; each has one cell per column.
    public let rows: [[Cell]]
    /// The row of totals, if the table has one.
    public let totals: [Cell]?
    /// A remark under the table.
    public let note: String?

    /// A table of the given parts.
    public init(
        key: String, title: String, columns: [Column], rows: [[Cell]], totals: [Cell]? = nil, note: String? = nil
    ) {
        self.key = key
        self.title = title
        self.columns = columns
        self.rows = rows
        self.totals = totals
        self.note = note
    }
}

/// One column of a table.
public struct Column: Sendable, Hashable {
    /// What a column holds; it decides how cells are aligned and what machines get.
    public enum Kind: String, Sendable, CaseIterable {
        /// Words, codes and identifiers.
        case text
        /// Whole numbers.
        case integer
        /// Whole rupiah.
        case money
        /// Days.
        case date
        /// Calendar months.
        case month
        /// Percentages.
        case percent
        /// Yes or no.
        case boolean

        var isNumeric: Bool {
            switch self {
            case .integer, .money, .percent: true
            case .text, .date, .month, .boolean: false
            }
        }
    }

    /// The stable name for machine formats.
    public let key: String
    /// The heading people read.
    public let title: String
    /// What the column holds.
    public let kind: Kind

    /// A column.
    public init(key: String, title: String, kind: Kind = .text) {
        self.key = key
        self.title = title
        self.kind = kind
    }
}
