/// Reads CSV (RFC 4180, any one-byte delimiter) record by record; memory is one chunk and the longest record.
///
/// SwiftCSV reads whole files into memory (536 MiB for 80 MB), so this reader is our own. Most lines of large files
/// have neither quotes nor anything to recode and are taken as a whole; the others go byte by byte.
final class CSVReader: RowReader {
    private let file: FileReader
    private let delimiter: UInt8
    private let keepsRaw: Bool
    /// True when letters are not UTF-8 as they come from the file.
    private let recodes: Bool
    /// True once the delimiter is known: another one finds quotes in places where no field ends.
    private let isStrict: Bool
    private var line = 1

    /// Reads a file from its beginning; a byte order mark is skipped.
    init(path: String, delimiter: UInt8, encoding: TextEncoding = .utf8, keepsRaw: Bool = false, isStrict: Bool = false)
        throws
    {
        file = try FileReader(path: path, encoding: encoding)
        try file.skipByteOrderMark()
        self.delimiter = delimiter
        self.keepsRaw = keepsRaw
        self.isStrict = isStrict
        recodes = encoding == .windows1252
    }

    var share: Double { file.share }

    /// Reads the next record into `record`; false at the end of the file.
    ///
    /// - Throws: ``Fault`` with `csvMalformed` for a quote that is never closed or, when strict, closed within a field.
    func read(into record: inout TableRecord) throws -> Bool {
        record.clear()
        guard try file.peek() != nil else { return false }
        record.line = line
        if takePlainLine(into: &record) { return true }
        try readSlowly(into: &record)
        if recodes { recode(&record) }
        return true
    }

    private func readSlowly(into record: inout TableRecord) throws {
        while let current = try file.peek() {
            if current == UInt8(ascii: "\""), record.bytes.count == (record.ends.last ?? 0) {
                try readQuoted(into: &record)
            } else if current == delimiter {
                endField(&record)
                advance(current, &record)
            } else if current == UInt8(ascii: "\n") || current == UInt8(ascii: "\r") {
                try skipLineEnd()
                return endField(&record)
            } else {
                takeText(into: &record)
            }
        }
        endField(&record)
    }

    private func endField(_ record: inout TableRecord) {
        record.ends.append(record.bytes.count)
        if keepsRaw { record.rawEnds.append(record.raw.count) }
    }

    /// Turns the fields of a record, and its bytes as they stand in the file, into UTF-8.
    private func recode(_ record: inout TableRecord) {
        guard record.bytes.contains(where: { $0 >= 0x80 }) else { return }
        var bytes: [UInt8] = []
        record.ends = (0..<record.count).map { field in
            bytes += TextEncoding.recoded(record.bytes[record.range(of: field)])
            return bytes.count
        }
        record.bytes = bytes
        guard keepsRaw else { return }
        var raw: [UInt8] = []
        record.rawEnds = (0..<record.count).map { field in
            if field > 0 { raw.append(delimiter) }
            raw += TextEncoding.recoded(record.raw(field))
            return raw.count
        }
        record.raw = raw
    }

    /// Takes a line that is wholly at hand and whose bytes are those of the record; false if it has to be read slowly.
    private func takePlainLine(into record: inout TableRecord) -> Bool {
        var isTaken = false
        file.takeAtHand { bytes in
            let firstToRecode: UInt8 = recodes ? 0x80 : 0xFF
            var end = 0
            while end < bytes.count {
                let byte = bytes[end]
                if byte == delimiter {
                    record.ends.append(end)
                } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                    break
                } else if byte == UInt8(ascii: "\"") || byte >= firstToRecode {
                    end = bytes.count
                }
                end += 1
            }
            // Of \r\n both must be at hand.
            guard end < bytes.count, bytes[end] == UInt8(ascii: "\n") || end + 1 < bytes.count else {
                record.ends.removeAll(keepingCapacity: true)
                return 0
            }
            let text = UnsafeRawBufferPointer(rebasing: bytes[..<end])
            record.ends.append(end)
            record.bytes.append(contentsOf: text)
            record.gap = 1
            if keepsRaw {
                record.raw.append(contentsOf: text)
                record.rawEnds = record.ends
            }
            line += 1
            isTaken = true
            let isPair = bytes[end] == UInt8(ascii: "\r") && bytes[end + 1] == UInt8(ascii: "\n")
            return end + (isPair ? 2 : 1)
        }
        return isTaken
    }

    /// Takes the byte that comes next and what follows it up to a delimiter, a quote or the end of the line.
    private func takeText(into record: inout TableRecord) {
        file.takeAtHand { bytes in
            var end = 1
            while end < bytes.count, bytes[end] != delimiter, bytes[end] != UInt8(ascii: "\""),
                bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r")
            {
                end += 1
            }
            let text = UnsafeRawBufferPointer(rebasing: bytes[..<end])
            record.bytes.append(contentsOf: text)
            if keepsRaw { record.raw.append(contentsOf: text) }
            return end
        }
    }

    private func advance(_ byte: UInt8, _ record: inout TableRecord) {
        if keepsRaw { record.raw.append(byte) }
        file.advance()
    }

    private func readQuoted(into record: inout TableRecord) throws {
        let opening = line
        var last: UInt8 = 0
        advance(UInt8(ascii: "\""), &record)
        while let current = try file.peek() {
            if current == UInt8(ascii: "\"") {
                advance(current, &record)
                guard try file.peek() == UInt8(ascii: "\"") else { return try endQuoted(opening, &record) }
            }
            let isLineEnd = current == UInt8(ascii: "\r") || current == UInt8(ascii: "\n") && last != UInt8(ascii: "\r")
            if isLineEnd {
                line += 1
                record.lineBreaks += 1
            }
            last = current
            record.bytes.append(current)
            advance(current, &record)
        }
        throw Fault(
            .csvMalformed, "A quote opened on line \(opening) of \(file.path) is never closed.",
            hint: "Close the quote or double the quotation mark inside the field.")
    }

    /// What follows a closing quote ends the field: anything else means that a quote is one too many, and that what was
    /// read as one value may be the rest of one row and the beginning of another.
    private func endQuoted(_ opening: Int, _ record: inout TableRecord) throws {
        guard isStrict else { return }
        while let blank = try file.peek(), blank == UInt8(ascii: " "), blank != delimiter { advance(blank, &record) }
        guard let next = try file.peek(), next != delimiter, next != UInt8(ascii: "\n"), next != UInt8(ascii: "\r")
        else {
            return
        }
        throw Fault(
            .csvMalformed,
            "The quote opened on line \(opening) of \(file.path) is closed on line \(line) in the middle of a value.",
            hint: "Remove the quotation marks that stand alone, or double those inside a field.")
    }

    private func skipLineEnd() throws {
        let first = try file.peek()
        file.advance()
        if first == UInt8(ascii: "\r"), try file.peek() == UInt8(ascii: "\n") { file.advance() }
        line += 1
    }
}
