/// A sheet of a workbook as a table: the one of that name, or the first that is visible.
final class SheetReader: RowReader {
    private var reader: XLSXReader

    init(path: String, sheet: String?, width: Int) throws {
        reader = try XLSXReader(path: path, sheet: sheet)
        reader.width = width
    }

    var share: Double { reader.share }
    var merges: [CellRange] { reader.merges }

    func read(into record: inout TableRecord) throws -> Bool {
        try reader.read(into: &record)
    }
}
