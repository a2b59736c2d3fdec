/// One record of a table: its fields in one buffer that is used again for the next record.
struct TableRecord {
    /// The bytes of all fields, one after the other.
    var bytes: [UInt8] = []
    /// Bytes between two fields, such as the delimiters of a line that was taken as a whole.
    var gap = 0
    /// Where each field ends in `bytes`.
    var ends: [Int] = []
    /// What each field held in its file; left empty by files that hold nothing but text, such as CSV.
    var kinds: [CellKind] = []
    /// The bytes of the record as they stand in the file, without the line end; kept only when the reader is told to.
    var raw: [UInt8] = []
    /// True when the days of its workbook are counted from 1904.
    var countsFrom1904 = false
    /// Where each field ends in `raw`, as long as that is kept.
    var rawEnds: [Int] = []
    /// Line or sheet row on which the record begins, counted from 1.
    var line = 0
    /// Line breaks within its fields.
    var lineBreaks = 0
    /// Line or sheet row on which the record ends.
    var lastLine: Int { line + lineBreaks }

    /// Number of fields.
    var count: Int { ends.count }

    /// Where a field lies in `bytes`.
    func range(of field: Int) -> Range<Int> {
        (field == 0 ? 0 : ends[field - 1] + gap)..<ends[field]
    }

    /// The bytes of a field as they stand in the file, its quotation marks included.
    func raw(_ field: Int) -> ArraySlice<UInt8> {
        raw[(field == 0 ? 0 : rawEnds[field - 1] + 1)..<rawEnds[field]]
    }

    /// A field as text.
    func text(_ field: Int) -> String {
        String(decoding: bytes[range(of: field)], as: UTF8.self)
    }

    /// What a field held in its file.
    func kind(_ field: Int) -> CellKind {
        kinds.isEmpty ? .text : kinds[field]
    }

    /// All fields as text.
    var texts: [String] { (0..<count).map(text) }

    /// True when a field is empty or has blanks alone.
    func isBlank(_ field: Int) -> Bool { bytes[range(of: field)].allSatisfy { $0 == UInt8(ascii: " ") } }

    /// True when all fields are empty.
    var isBlank: Bool {
        (0..<count).allSatisfy(isBlank)
    }

    /// True for the row below the headings of printed forms in which the columns are numbered from 1 or 2 on.
    var isColumnNumbers: Bool {
        var numbered = 0
        var offset: Int?
        for field in 0..<count {
            let cell = bytes[range(of: field)]
            // (1), or -1 as spreadsheets read it; 6=4+5 tells how a column is computed.
            if cell.contains(UInt8(ascii: "=")) { continue }
            let digits = cell.filter { !" ()-".utf8.contains($0) }
            if digits.isEmpty { continue }
            guard digits.count <= 3, digits.allSatisfy({ (48...57).contains($0) }) else { return false }
            let distance = digits.reduce(0) { $0 * 10 + Int($1 - 48) } - field
            guard offset ?? distance == distance else { return false }
            offset = distance
            numbered += 1
        }
        return numbered >= 5
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        gap = 0
        ends.removeAll(keepingCapacity: true)
        kinds.removeAll(keepingCapacity: true)
        raw.removeAll(keepingCapacity: true)
        rawEnds.removeAll(keepingCapacity: true)
        lineBreaks = 0
    }
}
