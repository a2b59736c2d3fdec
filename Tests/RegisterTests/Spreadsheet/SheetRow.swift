@testable import Register

/// A row as a reader gave it, for comparing.
struct SheetRow: Equatable, CustomStringConvertible {
    let line: Int
    let texts: [String]
    let kinds: [CellKind]

    init(_ record: TableRecord) {
        line = record.line
        texts = record.texts
        kinds = (0..<record.count).map(record.kind)
    }

    var description: String { "\(line): \(texts.joined(separator: "|"))" }

    /// All rows of a sheet.
    static func all(_ path: String, sheet: String? = nil, width: Int = 0) throws -> [SheetRow] {
        var reader = try XLSXReader(path: path, sheet: sheet)
        reader.width = width
        var record = TableRecord()
        var rows: [SheetRow] = []
        while try reader.read(into: &record) { rows.append(SheetRow(record)) }
        return rows
    }
}
