/// The first visible sheet of a workbook as a table.
final class SheetReader: RowReader {
    private var reader: XLSXReader

    init(path: String, width: Int) throws {
        reader = try XLSXReader(path: path)
        reader.width = width
    }

    var share: Double { reader.share }

    func read(into record: inout TableRecord) throws -> Bool {
        try reader.read(into: &record)
    }
}
