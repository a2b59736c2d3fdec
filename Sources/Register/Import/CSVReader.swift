/// Reads CSV (RFC 4180, any one-byte delimiter) record by record; memory is one chunk and the longest record.
///
/// SwiftCSV reads whole files into memory (536 MiB for 80 MB), so this reader is our own.
final class CSVReader: RowReader {
    private let file: FileReader
    private let delimiter: UInt8
    private let keepsRaw: Bool
    private let encoding: TextEncoding
    private var line = 1
    private var byte: UInt8?

    /// Reads a file from its beginning; a byte order mark is skipped.
    init(path: String, delimiter: UInt8, encoding: TextEncoding = .utf8, keepsRaw: Bool = false) throws {
        let file = try FileReader(path: path)
        try file.skipByteOrderMark()
        byte = try file.next()
        self.file = file
        self.delimiter = delimiter
        self.keepsRaw = keepsRaw
        self.encoding = encoding
    }

    /// Reads the next record into `record`; false at the end of the file.
    ///
    /// - Throws: ``Fault`` with `csvMalformed` for a quote that is never closed.
    func read(into record: inout TableRecord) throws -> Bool {
        record.clear()
        guard byte != nil else { return false }
        record.line = line
        while let current = byte {
            if current == UInt8(ascii: "\""), record.bytes.count == (record.ends.last ?? 0) {
                try readQuoted(into: &record)
            } else if current == delimiter {
                record.ends.append(record.bytes.count)
                try advance(&record)
            } else if current == UInt8(ascii: "\n") || current == UInt8(ascii: "\r") {
                try skipLineEnd()
                record.ends.append(record.bytes.count)
                return true
            } else {
                encoding.append(current, to: &record.bytes)
                try advance(&record)
            }
        }
        record.ends.append(record.bytes.count)
        return true
    }

    private func advance(_ record: inout TableRecord) throws {
        if keepsRaw, let byte { encoding.append(byte, to: &record.raw) }
        byte = try file.next()
    }

    private func readQuoted(into record: inout TableRecord) throws {
        let opening = line
        try advance(&record)
        while let current = byte {
            if current == UInt8(ascii: "\"") {
                try advance(&record)
                guard byte == UInt8(ascii: "\"") else { return }
            }
            if current == UInt8(ascii: "\n") { line += 1 }
            encoding.append(current, to: &record.bytes)
            try advance(&record)
        }
        throw Fault(
            .csvMalformed, "A quote opened on line \(opening) of \(file.path) is never closed.",
            hint: "Close the quote or double the quotation mark inside the field.")
    }

    private func skipLineEnd() throws {
        if byte == UInt8(ascii: "\r") {
            byte = try file.next()
            if byte == UInt8(ascii: "\n") { byte = try file.next() }
        } else {
            byte = try file.next()
        }
        line += 1
    }
}
