/// Refused rows of a CSV file, their bytes as they stood there: UTF-16 as such, so that the spreadsheet which wrote it
/// opens it again, everything else as UTF-8.
final class CSVRejects: RejectsOutput {
    private let output: FileWriter
    private let recognition: LayoutRecognition
    private let delimiter: UInt8
    private let encoder: UTF16Text?
    private var isFirst = true

    init(_ output: FileWriter, _ recognition: LayoutRecognition, delimiter: UInt8, encoding: TextEncoding) {
        self.output = output
        self.recognition = recognition
        self.delimiter = delimiter
        if case .utf16(let isBigEndian) = encoding {
            encoder = UTF16Text(isBigEndian: isBigEndian)
        } else {
            encoder = nil
        }
    }

    func copy(_ record: TableRecord) throws {
        try write(record.raw[...])
    }

    func copy(_ record: TableRecord, with reason: String) throws {
        var fields = (0..<record.count).map(record.raw) + lacking(record)
        // Values beyond the headings stay behind the reason, which would otherwise be taken for one of them.
        let reason = CSVField.quoted(reason)[...]
        if let column = recognition.reasons {
            fields[column] = reason
        } else {
            fields.insert(reason, at: recognition.width)
        }
        try write(Array(fields.joined(separator: [delimiter]))[...])
    }

    /// What is written behind the end of a short row: blank, it would no longer be known to be short.
    private func lacking(_ record: TableRecord) -> [ArraySlice<UInt8>] {
        let isHeadings = record.line <= recognition.headingLine
        return (min(record.count, recognition.width)..<recognition.width).map { column in
            !isHeadings && recognition.positions.contains(column) ? Array(NoValue.missing.utf8)[...] : []
        }
    }

    private func write(_ line: ArraySlice<UInt8>) throws {
        let bytes = line + [UInt8(ascii: "\n")]
        try output.write(encoder?.encoded(Array(bytes), isFirst: isFirst) ?? Array(bytes))
        isFirst = false
    }

    func finish() throws -> String {
        try output.finishBesideOthers()
    }
}
