/// Rows of a table that are no data: totals, headings that come again on every page, and the text below the table
/// (signatures, notes).
///
/// Text counts as such only at the end, below a blank row or a total, or when it begins like a signature or a note. As
/// soon as a row of data follows, the rows before it are data as well, and refused as such. Nothing goes unseen: the
/// rows are counted.
struct PassedOverRows {
    /// More rows of text than this at the end are no signature block.
    private static let mostHeld = 40
    private static let totals = ["jumlah", "total", "subtotal", "sub total", "grand total"]
    /// How the balances of bank statements are called.
    private static let balances = [
        "saldo", "balance", "opening balance", "closing balance", "ending balance", "beginning balance",
        "total debit", "total kredit", "total credit",
    ]
    /// How the parts of a list are called, each with a row of its own above its people.
    private static let parts = [
        "departemen", "department", "dept", "divisi", "division", "bagian", "unit", "seksi", "cabang", "lokasi",
        "proyek", "kelompok", "grup", "group",
    ]
    private static let endings = [
        "mengetahui", "menyetujui", "dibuat", "disusun", "diperiksa", "disetujui", "hormat", "catatan", "keterangan",
        "note",
        "sumber", "dicetak", "tanda tangan", "ttd",
    ]
    private static let identifying: Set<ImportLayout.Column.Kind> = [.nik, .digits, .npwp, .date, .month]

    private let layout: ImportLayout
    private let positions: [Int]
    private let totals: [String]
    /// The columns of the file whose text is read.
    private let texts: Set<Int>
    /// Columns, in order, whose values have a form; text alone is no data.
    private let formed: [Int]
    /// Those of them by which a row of data is known.
    private let numbers: [Int]
    /// The column of the reasons in a file of rows that come back.
    private let reasons: Int?
    private var held: [TableRecord] = []
    private var lastLine: Int
    private var followsTotal = false
    /// Rows that were passed over.
    private(set) var count = 0
    /// The first name of a part whose rows are something else, with the word that says so.
    private(set) var otherMatter: (line: Int, word: String)?

    /// - Parameters:
    ///   - recognition: what was recognised of the file.
    ///   - headings: the row of headings, which may have line breaks; nil where it has none.
    init(_ recognition: LayoutRecognition, below headings: TableRecord? = nil) {
        layout = recognition.layout
        positions = recognition.positions
        totals = Self.totals + (layout.kind == "payments" ? Self.balances : [])
        texts = Set(
            layout.columns.indices.filter { recognition.layout.columns[$0].type.isText }.map {
                recognition.positions[$0]
            })
        formed = layout.columns.indices.filter { !recognition.layout.columns[$0].type.isText }
        numbers = formed.filter { Self.identifying.contains(recognition.layout.columns[$0].type) }
        reasons = recognition.reasons
        lastLine = headings?.lastLine ?? recognition.headingLine
    }

    /// True when a row is passed over, or held back until it is known what follows.
    mutating func take(_ record: TableRecord) -> Bool {
        let isApart = record.line > lastLine + 1 || followsTotal
        lastLine = record.lastLine
        followsTotal = false
        // What was refused before was data.
        if let reasons, reasons < record.count, !record.isBlank(reasons) { return false }
        if numbers.contains(where: { Self.startsWithDigit(value($0, of: record)) }) { return false }
        if isTotal(record) || isHeading(record) {
            count += 1
            followsTotal = true
            return true
        }
        if held.isEmpty, isPart(record) {
            count += 1
            if otherMatter == nil, let word = otherWord(of: record) { otherMatter = (record.line, word) }
            // The place of a signature alone in its row may be followed by names.
            followsTotal = isApart
            return true
        }
        guard held.count < Self.mostHeld, isText(record), !held.isEmpty || isApart || isEnding(record) else {
            return false
        }
        held.append(record)
        return true
    }

    /// The rows that were held back and turn out to be data, because data follow them.
    mutating func released() -> [TableRecord] {
        defer { held = [] }
        return held
    }

    /// Passes over what is still held back: nothing followed it.
    mutating func finish() {
        count += held.count
        held = []
    }

    /// True for the name of a department and the like: it stands alone, and in no column whose text is read unless it
    /// begins like one.
    private func isPart(_ record: TableRecord) -> Bool {
        var only: Int?
        for field in 0..<record.count where !record.range(of: field).isEmpty {
            guard only == nil else { return false }
            only = field
        }
        guard let only, isText(record) else { return false }
        return !texts.contains(only) || starts(record, with: Self.parts)
    }

    private func otherWord(of record: TableRecord) -> String? {
        record.texts.lazy.compactMap { OtherMatter.word(in: $0, of: layout, isPart: true) }.first
    }

    private func isTotal(_ record: TableRecord) -> Bool {
        starts(record, with: totals) && numbers.allSatisfy { value($0, of: record).isEmpty || isLabel($0, record) }
            && !hasOtherWords(record)
    }

    /// True where a column whose text is read says something besides the label.
    ///
    /// A firm may be called Total Bangunan, but it has an address. A row that begins with the bare word is a total whatever else it says.
    private func hasOtherWords(_ record: TableRecord) -> Bool {
        let filled = (0..<record.count).filter { !record.isBlank($0) }
        if let first = filled.first, Self.totals.contains(Self.words(record.text(first))) { return false }
        return filled.count { texts.contains($0) && record.text($0).contains(where: \.isLetter) } > 1
    }

    private static func words(_ cell: String) -> String {
        cell.lowercased().split { !$0.isLetter }.joined(separator: " ")
    }

    private func isEnding(_ record: TableRecord) -> Bool { starts(record, with: Self.endings) }

    /// True when the label of a total stands in a column of numbers.
    private func isLabel(_ column: Int, _ record: TableRecord) -> Bool {
        !value(column, of: record).contains(where: Self.isDigit)
    }

    private func starts(_ record: TableRecord, with beginnings: [String]) -> Bool {
        record.texts.contains { cell in
            let words = Self.words(cell)
            return beginnings.contains { words == $0 || words.hasPrefix($0 + " ") }
        }
    }

    private func isHeading(_ record: TableRecord) -> Bool {
        layout.fitted(to: record.texts.map(Heading.init))?.positions == positions
    }

    /// No cell is a number, and no value has the form of its column.
    private func isText(_ record: TableRecord) -> Bool {
        let isNumbered = (0..<record.count).contains { field in
            let range = record.range(of: field)
            return !range.isEmpty && record.bytes[range].allSatisfy { Self.isDigit($0) || $0 == UInt8(ascii: ".") }
        }
        return !isNumbered
            && !formed.contains { index in
                guard !value(index, of: record).isEmpty else { return false }
                switch try? FieldParser(column: layout.columns[index]).parse(positions[index], of: record) {
                case nil, .unread: return false
                default: return true
                }
            }
    }

    private func value(_ column: Int, of record: TableRecord) -> ArraySlice<UInt8> {
        guard positions[column] < record.count else { return [] }
        return record.bytes[record.range(of: positions[column])].drop { " '".utf8.contains($0) }
    }

    private static func startsWithDigit(_ value: ArraySlice<UInt8>) -> Bool { value.first.map(isDigit) ?? false }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
