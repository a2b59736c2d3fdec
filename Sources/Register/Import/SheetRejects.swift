/// Refused rows of a workbook: numbers as numbers, everything else as text.
final class SheetRejects: RejectsOutput {
    private let output: XLSXWriter
    private let recognition: LayoutRecognition
    /// The columns that are read, by their place.
    private let parsers: [(position: Int, parser: FieldParser)]
    /// The columns with headings, of a table that leaves no room for the reasons; nil for any other.
    private var columns: [Int]?

    init(_ output: XLSXWriter, _ recognition: LayoutRecognition) {
        self.output = output
        self.recognition = recognition
        parsers = zip(recognition.positions, recognition.layout.columns).map { ($0, FieldParser(column: $1)) }
    }

    func copy(_ record: TableRecord) throws {
        try output.row(cells(record))
    }

    func copy(_ record: TableRecord, with reason: String) throws {
        let cells = cells(record)
        let width = recognition.width
        if width >= SpreadsheetLimits.columns, columns == nil {
            columns = cells.indices.filter { !cells[$0].isEmpty }
        }
        var own = (columns ?? Array(0..<width)).map { $0 < cells.count ? cells[$0] : .text("") }
        if columns == nil, let column = recognition.reasons {
            own[column] = .text(reason)
        } else {
            own.append(.text(reason))
        }
        // Values beyond the headings stand behind the reason, close together: they may have been at the edge of the sheet.
        let surplus = cells.dropFirst(width).filter { !$0.isEmpty }
        try output.row(Array((own + surplus).prefix(SpreadsheetLimits.columns)))
    }

    /// What a spreadsheet has rounded is marked, so that it cannot come back as if it had been mended.
    ///
    /// Numbers that were read as days or with their noughts come back as such. All others stay numbers: as a text,
    /// 850.125 would be another amount.
    private func cells(_ record: TableRecord) -> [XLSXWriter.Cell] {
        var cells = (0..<record.count).map { field -> XLSXWriter.Cell in
            let text = record.text(field)
            return switch record.kind(field) {
            case .roundedNumber: .text(NoValue.rounded + text)
            case .number: Double(text).map { .number($0) } ?? .text(text)
            default: .text(Self.shortened(text))
            }
        }
        guard record.line > recognition.headingLine else { return cells }
        for (position, parser) in parsers where position < record.count && record.kind(position) == .number {
            if let mended = parser.mended(position, of: record) {
                cells[position] = .text(mended)
            } else if record.countsFrom1904, isDay(position, of: record, parser) {
                cells[position] = .text(record.text(position))
            }
        }
        return cells
    }

    /// True for a number that would be a day in the workbook of refused rows, which counts from 1900.
    private func isDay(_ field: Int, of record: TableRecord, _ parser: FieldParser) -> Bool {
        var moved = record
        moved.countsFrom1904 = false
        return [.date, .month].contains(parser.column.type) && (try? parser.parse(field, of: moved)) != nil
    }

    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > FieldParser.longest, text.unicodeScalars.count > FieldParser.longest else {
            return text
        }
        return String(text.unicodeScalars.prefix(FieldParser.longest - 1)) + NoValue.cut
    }

    func finish() throws -> String {
        try output.finishBesideOthers()
    }
}
