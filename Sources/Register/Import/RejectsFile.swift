import FoundationEssentials
import Postgres

/// Writes refused rows back in the layout of the user's own file, with a column of reasons at the end.
struct RejectsFile {
    /// Heading of the column of reasons; a file that has it brings back rows that were refused before.
    static let heading = "ALASAN PENOLAKAN"

    let path: String
    let recognition: LayoutRecognition

    /// Reads the file once more and copies its title rows, its headings and the rows of the table `rejected`.
    ///
    /// - Parameters:
    ///   - target: the file to write; complete or absent. Another file of that name stays: it may be rows that are being mended.
    ///   - session: the session of the import.
    /// - Returns: the name of the file, with a number where another one has the name of the target.
    /// - Throws: ``Fault`` when a file cannot be read or written; `PostgresError`.
    func write(to target: String, _ session: Session) throws -> String {
        let reader = try recognition.format.open(path, keepsRaw: true)
        let output = try output(target)
        var record = TableRecord()
        while try reader.read(into: &record), record.line < recognition.headingLine { try output.copy(record) }
        try output.copy(record, with: Self.heading)
        try session.forEach(
            """
            select line, string_agg(distinct column_name || ': ' || message, ' | ') as reason
            from rejected
            group by line
            order by line
            """
        ) { row in
            let line: Int = try row.get("line")
            while record.line < line, try reader.read(into: &record) {}
            try output.copy(record, with: try row.get("reason"))
        }
        return try output.finish()
    }

    private func output(_ target: String) throws -> any RejectsOutput {
        switch recognition.format {
        case .csv(let delimiter, let encoding):
            try CSVRejects(FileWriter(target), delimiter: delimiter, encoding: encoding)
        case .xlsx: try SheetRejects(XLSXWriter(path: target), recognition)
        }
    }
}

/// Where refused rows go.
private protocol RejectsOutput {
    /// Copies a record as it is.
    func copy(_ record: TableRecord) throws
    /// Copies a record with something behind its last column.
    func copy(_ record: TableRecord, with reason: String) throws
    func finish() throws -> String
}

/// Refused rows of a CSV file, their bytes as they stood there: UTF-16 as such, so that the spreadsheet which wrote it
/// opens it again, everything else as UTF-8.
private final class CSVRejects: RejectsOutput {
    private let output: FileWriter
    private let delimiter: UInt8
    private let encoder: UTF16Text?
    private var isFirst = true

    init(_ output: FileWriter, delimiter: UInt8, encoding: TextEncoding) {
        self.output = output
        self.delimiter = delimiter
        if case .utf16(let isBigEndian) = encoding {
            encoder = UTF16Text(isBigEndian: isBigEndian)
        } else {
            encoder = nil
        }
    }

    func copy(_ record: TableRecord) throws {
        try write(record.raw + [newline])
    }

    func copy(_ record: TableRecord, with reason: String) throws {
        try write(record.raw + [delimiter] + CSVField.quoted(reason) + [newline])
    }

    private func write(_ line: [UInt8]) throws {
        try output.write(encoder?.encoded(line, isFirst: isFirst) ?? line)
        isFirst = false
    }

    func finish() throws -> String {
        try output.finishBesideOthers()
    }

    private var newline: UInt8 { UInt8(ascii: "\n") }
}

/// Refused rows of a workbook, every cell as text.
private final class SheetRejects: RejectsOutput {
    /// Characters that a cell can hold.
    private static let longest = 32_767

    private let output: XLSXWriter
    private let width: Int
    private let headingLine: Int
    /// The columns that are read, by their place.
    private let parsers: [(position: Int, parser: FieldParser)]
    /// The columns with headings, of a table that leaves no room for the reasons; nil for any other.
    private var columns: [Int]?

    init(_ output: XLSXWriter, _ recognition: LayoutRecognition) {
        self.output = output
        width = recognition.width
        headingLine = recognition.headingLine
        parsers = zip(recognition.positions, recognition.layout.columns).map { ($0, FieldParser(column: $1)) }
    }

    func copy(_ record: TableRecord) throws {
        try output.row(texts(record))
    }

    func copy(_ record: TableRecord, with reason: String) throws {
        let cells = texts(record)
        if width >= SpreadsheetLimits.columns, columns == nil {
            columns = cells.indices.filter { !cells[$0].isEmpty }
        }
        let own = (columns ?? Array(0..<width)).map { $0 < cells.count ? cells[$0] : "" }
        // Values beyond the headings stand behind the reason, close together: they may have been at the edge of the sheet.
        let surplus = cells.dropFirst(width).filter { !$0.isEmpty }
        try output.row(Array((own + [reason] + surplus).prefix(SpreadsheetLimits.columns)))
    }

    /// What a spreadsheet has rounded is marked, so that it cannot come back as if it had been mended.
    ///
    /// Numbers that were read as days or with their noughts come back as such: as text they would not be.
    private func texts(_ record: TableRecord) -> [String] {
        var texts = (0..<record.count).map {
            record.kind($0) == .roundedNumber ? "\u{2248}" + record.text($0) : Self.shortened(record.text($0))
        }
        guard record.line > headingLine else { return texts }
        for (position, parser) in parsers where position < record.count {
            if let mended = parser.mended(position, of: record) { texts[position] = mended }
        }
        return texts
    }

    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > longest, text.unicodeScalars.count > longest else { return text }
        return String(text.unicodeScalars.prefix(longest - 1)) + "\u{2026}"
    }

    func finish() throws -> String {
        try output.finishBesideOthers()
    }
}
