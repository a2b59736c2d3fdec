/// A small data file of the resources, read whole: its headings, and its rows with the lines they stand on.
public struct CSVTable: Sendable {
    /// A row as it stands in the file.
    public struct Row: Sendable {
        /// The line it begins on, counted from 1.
        public let line: Int
        /// Its fields, as many as the row has.
        public let fields: [String]
    }

    /// The path of the file.
    public let path: String
    /// The fields of the first line.
    public let headings: [String]
    /// The rows below it; empty lines are passed over.
    public let rows: [Row]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - delimiter: what parts its fields.
    /// - Throws: ``Fault`` with `fileUnreadable` or `csvMalformed`.
    public init(path: String, delimiter: Unicode.Scalar = ",") throws {
        let reader = try CSVReader(path: path, delimiter: UInt8(ascii: delimiter))
        var record = TableRecord()
        var rows: [Row] = []
        while try reader.read(into: &record) {
            guard record.count > 1 || !record.isBlank else { continue }
            rows.append(Row(line: record.line, fields: record.texts))
        }
        self.path = path
        headings = rows.first?.fields ?? []
        self.rows = Array(rows.dropFirst())
    }

    /// The fields of a row by heading; what the row lacks is empty.
    public func values(_ row: Row) -> [String: String] {
        Dictionary(zip(headings, row.fields)) { first, _ in first }
    }
}
