/// What a first look at a whole file tells: its hash and how its letters are written.
struct FileSurvey {
    let sha256: String
    /// The forms in which the file may hold its table.
    let formats: [TableFormat]

    /// Reads a file once.
    ///
    /// UTF-16 is known by its byte order mark. In any other file that is not all UTF-8, what is none is taken for
    /// Windows-1252.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`, or `csvMalformed` for a file that is empty, UTF-32 or a web page.
    init(path: String) throws {
        let digest = SHA256()
        var check = UTF8Check()
        var start: [UInt8] = []
        try FileReader(path: path).forEachChunk { chunk in
            if start.isEmpty { start = Array(chunk.prefix(64)) }
            digest.update(chunk)
            check.take(chunk)
        }
        sha256 = digest.finish()
        guard !start.isEmpty else {
            throw Fault(.csvMalformed, "\(path) is empty.", hint: "Export it again.")
        }
        guard !Self.isMarkup(start) else {
            throw Fault(
                .csvMalformed,
                "\(path) is a web page or XML, whatever its name ends in: programs export such files as .xls.",
                hint: "Open it in a spreadsheet, save it as .xlsx or CSV, and import that.")
        }
        guard !start.starts(with: [0xFF, 0xFE, 0, 0]), !start.starts(with: [0, 0, 0xFE, 0xFF]) else {
            throw Fault(
                .csvMalformed, "\(path) is UTF-32 text, which no spreadsheet writes.",
                hint: "Save it as CSV UTF-8 or as .xlsx, and import that.")
        }
        if Self.isWorkbook(start) {
            formats = [.xlsx(sheet: nil)]
        } else {
            let encoding = Self.utf16(start) ?? (check.isValid ? .utf8 : .windows1252)
            formats = [";", ",", "\t"].map { .csv(delimiter: UInt8(ascii: $0), encoding: encoding) }
        }
    }

    /// True for a file that begins like a workbook, whatever its name is.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    static func isWorkbook(path: String) throws -> Bool {
        let file = try FileReader(path: path, chunkSize: 512)
        var start: [UInt8] = []
        while start.count < 4, let byte = try file.peek() {
            start.append(byte)
            file.advance()
        }
        return isWorkbook(start)
    }

    /// True for text that begins with a tag.
    private static func isMarkup(_ start: [UInt8]) -> Bool {
        let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
        let tag = String(decoding: text.drop { $0 <= 32 }, as: UTF8.self).lowercased()
        return ["<!doctype", "<html", "<table", "<?xml", "<head", "<style", "<meta", "<div"].contains(
            where: tag.hasPrefix)
    }

    /// The order of bytes that a text in UTF-16 begins with; nil for any other.
    private static func utf16(_ start: [UInt8]) -> TextEncoding? {
        switch start.prefix(2) {
        case [0xFF, 0xFE]: .utf16(isBigEndian: false)
        case [0xFE, 0xFF]: .utf16(isBigEndian: true)
        default: nil
        }
    }

    /// Workbooks are zip files; older ones and encrypted ones begin with the mark of OLE and are refused by the reader.
    private static func isWorkbook(_ start: [UInt8]) -> Bool {
        start.starts(with: Array("PK".utf8)) || start.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }
}

/// Whether bytes that arrive in pieces are UTF-8, as far as lead and continuation bytes tell.
struct UTF8Check {
    private var awaited = 0
    private var failed = false

    /// True when everything taken so far is whole.
    var isValid: Bool { !failed && awaited == 0 }

    mutating func take(_ bytes: UnsafeRawBufferPointer) {
        if failed { return }
        for byte in bytes where byte >= 0x80 || awaited > 0 {
            if awaited > 0 {
                guard byte & 0xC0 == 0x80 else { return failed = true }
                awaited -= 1
            } else {
                switch byte {
                case 0xC2...0xDF: awaited = 1
                case 0xE0...0xEF: awaited = 2
                case 0xF0...0xF4: awaited = 3
                default: return failed = true
                }
            }
        }
    }
}
