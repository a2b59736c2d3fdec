/// Reads CSV (RFC 4180, any one-byte delimiter) record by record; memory is one chunk and the longest record.
///
/// SwiftCSV reads whole files into memory (536 MiB for 80 MB), so this reader is our own.
struct CSVReader: ~Copyable {
    private let file: FileReader
    private let delimiter: UInt8
    private let keepsRaw: Bool
    private var line = 1
    private var byte: UInt8?

    /// Reads a file from its beginning; a byte order mark is skipped.
    init(path: String, delimiter: UInt8, keepsRaw: Bool = false) throws {
        let file = try FileReader(path: path)
        try file.skipByteOrderMark()
        byte = try file.next()
        self.file = file
        self.delimiter = delimiter
        self.keepsRaw = keepsRaw
    }

    /// Reads the next record into `record`; false at the end of the file.
    ///
    /// - Throws: ``Fault`` with `csvMalformed` for a quote that is never closed.
    mutating func read(into record: inout TableRecord) throws -> Bool {
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
                record.bytes.append(current)
                try advance(&record)
            }
        }
        record.ends.append(record.bytes.count)
        return true
    }

    private mutating func advance(_ record: inout TableRecord) throws {
        if keepsRaw, let byte { record.raw.append(byte) }
        byte = try file.next()
    }

    private mutating func readQuoted(into record: inout TableRecord) throws {
        let opening = line
        try advance(&record)
        while let current = byte {
            if current == UInt8(ascii: "\"") {
                try advance(&record)
                guard byte == UInt8(ascii: "\"") else { return }
            }
            if current == UInt8(ascii: "\n") { line += 1 }
            record.bytes.append(current)
            try advance(&record)
        }
        throw Fault(
            .csvMalformed, "A quote opened on line \(opening) is never closed.",
            hint: "Close the quote or double the quotation mark inside the field.")
    }

    private mutating func skipLineEnd() throws {
        if byte == UInt8(ascii: "\r") {
            byte = try file.next()
            if byte == UInt8(ascii: "\n") { byte = try file.next() }
        } else {
            byte = try file.next()
        }
        line += 1
    }
}
