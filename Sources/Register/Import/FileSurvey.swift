/// What a first look at a whole file tells: its hash and how its letters are written.
struct FileSurvey {
    let sha256: String
    /// The forms in which the file may hold its table.
    let formats: [TableFormat]

    /// Reads a file once.
    ///
    /// What is not UTF-8 is taken for Windows-1252.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    init(path: String) throws {
        let digest = SHA256()
        var check = UTF8Check()
        var start: [UInt8] = []
        try FileReader(path: path).forEachChunk { chunk in
            if start.isEmpty { start = Array(chunk.prefix(4)) }
            digest.update(chunk)
            check.take(chunk)
        }
        sha256 = digest.finish()
        // Workbooks are zip files; older ones and encrypted ones begin with the mark of OLE and are refused by the reader.
        if start.starts(with: Array("PK".utf8)) || start == [0xD0, 0xCF, 0x11, 0xE0] {
            formats = [.xlsx(sheet: nil)]
        } else {
            let encoding: TextEncoding = check.isValid ? .utf8 : .windows1252
            formats = [";", ",", "\t"].map { .csv(delimiter: UInt8(ascii: $0), encoding: encoding) }
        }
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
