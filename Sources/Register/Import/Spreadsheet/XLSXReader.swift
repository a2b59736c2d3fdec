/// Reads a sheet of an XLSX workbook row by row; memory is the shared strings, one chunk and the longest row.
///
/// Cells give what a person would have typed: numbers in plain digits, days as `2026-10-31`, of formulas the last
/// result. Merged cells have their value in the first one only.
struct XLSXReader: ~Copyable {
    /// The sheets that have cells, in the order of the tabs.
    let sheetNames: [String]
    /// Rows that end early are filled up with blank fields to this many, as a workbook leaves blank cells out.
    var width = 0

    private let countsFrom1904: Bool
    private let strings: SharedStrings
    private let rows: SheetRows
    private let stream: XMLStream

    /// Opens a sheet by name, or the first one that is visible.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed`, `spreadsheetRefused` or `fileUnreadable`.
    init(path: String, sheet: String? = nil) throws {
        let workbook = try Workbook(path: path)
        let part = try workbook.open(sheet: sheet)
        let strings = try workbook.sharedStrings()
        let value = CellValue(
            file: workbook.archive.file, strings: strings, formats: try workbook.formats(),
            days: SerialDate(countsFrom1904: workbook.countsFrom1904))
        let rows = SheetRows(workbook.archive.file, value: value, computesOnLoad: workbook.computesOnLoad)
        stream = try XMLStream(part, handler: rows)
        sheetNames = workbook.sheetNames
        countsFrom1904 = workbook.countsFrom1904
        self.strings = strings
        self.rows = rows
    }

    /// Cells that are merged over several rows; known at the end of the sheet.
    var merges: [CellRange] { rows.merges }

    /// How much of the sheet has been read, 0 to 1.
    var share: Double { stream.share }

    /// The sheets of a workbook that have cells, in the order of the tabs.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed`, `spreadsheetRefused` or `fileUnreadable`.
    static func sheetNames(path: String) throws -> [String] {
        try Workbook(path: path).sheetNames
    }

    /// Reads the next row that is not blank into `record`; false at the end of the sheet.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    mutating func read(into record: inout TableRecord) throws -> Bool {
        record.clear()
        record.countsFrom1904 = countsFrom1904
        while true {
            if let row = rows.take() {
                try copy(row.cells, to: &record)
                record.line = row.line
                return true
            }
            // What follows the rows is unpacked as well: only then is the checksum known to be right.
            guard try stream.feed() else { return false }
        }
    }

    private func copy(_ cells: Range<Int>, to record: inout TableRecord) throws {
        for index in cells {
            let cell = rows.pending.cells[index]
            fill(&record, to: Int(cell.column) - 1)
            if cell.isShared {
                record.bytes += strings.bytes[strings.range(of: cell.start)]
            } else {
                record.bytes += rows.pending.bytes[cell.start..<cell.end]
            }
            record.ends.append(record.bytes.count)
            record.kinds.append(cell.kind)
            guard record.bytes.count <= SpreadsheetLimits.rowBytes else { throw rows.rowTooLarge() }
        }
        fill(&record, to: width)
    }

    private func fill(_ record: inout TableRecord, to count: Int) {
        while record.count < count {
            record.ends.append(record.bytes.count)
            record.kinds.append(.empty)
        }
    }
}
