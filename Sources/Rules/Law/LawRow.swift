public import Postgres
import Register

/// A row of `SQL/parameters` as it stands: an article, or a dated figure, deadline or setting.
public struct LawRow: Sendable {
    /// The table it is in.
    public let table: LawTable
    /// The file.
    public let path: String
    /// The line in the file.
    public let line: Int
    /// True when it has as many fields as the file has headings.
    let isWhole: Bool
    private let values: [String: String]

    init(_ row: CSVTable.Row, of table: LawTable, in file: CSVTable) {
        self.table = table
        path = file.path
        line = row.line
        isWhole = row.fields.count == file.headings.count
        values = file.values(row)
    }

    /// A field; empty when the row has none.
    public subscript(_ column: String) -> String { values[column] ?? "" }

    /// Its code or name.
    public var name: String { self[table.key] }

    /// The first day on which it holds; nil for an article, and when the field is no date.
    public var validFrom: CalendarDate? { CalendarDate(iso: self["valid_from"]) }

    /// The day from which it holds no longer; `infinity` while that is open, nil when the field is no date.
    public var validTo: CalendarDate? {
        self["valid_to"].isEmpty ? .infinity : CalendarDate(iso: self["valid_to"])
    }

    /// When it was last held against its source; nil when the field is no date.
    public var verifiedOn: CalendarDate? { CalendarDate(iso: self["verified_on"]) }

    /// How sure we are of it.
    public var confidence: String { self["confidence"] }

    /// True on the days for which it holds.
    public func isInForce(on day: CalendarDate) -> Bool {
        guard let validFrom, let validTo else { return false }
        return validFrom <= day && day < validTo
    }
}
