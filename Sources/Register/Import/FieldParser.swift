import Postgres

/// Reads the fields of one column.
struct FieldParser {
    /// Characters of a cell, as in spreadsheets; a longer text is not what it seems.
    static let longest = 32_767

    /// What is written in digits and is no amount: points and signs of a number cell mean something else there.
    private static let numberings: Set<ImportLayout.Column.Kind> = [.nik, .digits, .npwp, .kbli, .phone]

    let column: ImportLayout.Column
    private let limits: DateLimits
    /// The codes of the column in plain spelling.
    private let codes: [String: String]

    init(column: ImportLayout.Column) {
        self.column = column
        codes = Dictionary((column.choices ?? [:]).map { (Self.plain($0.key), $0.value) }) { first, _ in first }
        limits = DateLimits(column)
    }

    /// Reads a field that lies in `record.bytes`.
    func parse(_ field: Int, of record: TableRecord) throws(FieldError) -> FieldValue {
        let range = trimmed(record.range(of: field), in: record.bytes)
        let bytes = record.bytes[range]
        guard Blanks.areUsual(in: bytes) else {
            return try parse(Blanks.plain(bytes, folding: column.type == .text)[...], nil, field, of: record)
        }
        return try parse(bytes, range, field, of: record)
    }

    /// Reads a field from its text, which lies in a range of the record unless it had to be made plain.
    private func parse(
        _ bytes: ArraySlice<UInt8>, _ range: Range<Int>?, _ field: Int, of record: TableRecord
    ) throws(FieldError) -> FieldValue {
        guard !bytes.isEmpty, !BlankMark.isOne(bytes, in: column.type) else {
            if column.required == true { throw .missing }
            return .null
        }
        guard bytes.count <= Self.longest || bytes.count(where: { $0 & 0xC0 != 0x80 }) <= Self.longest else {
            throw .tooLong
        }
        if let reason = NoValue.reason(bytes, record.kind(field)) { throw reason }
        if isNoNumber(bytes) {
            guard column.required != true else {
                throw FieldError("missing", "A number is required; what stands here says that there is none.")
            }
            return .unread(.noNumber)
        }
        do throws(FieldError) {
            return try record.kind(field) == .number ? number(bytes, range, of: record) : value(bytes, range)
        } catch {
            if error.code == NIK.permit, column.required != true { return .unread(.permit) }
            // Sixteen digits that are no NIK are a wrong NIK, not another number.
            guard column.lenient == true, error.code != "nik_structure" else { throw error }
            return .unread(.notUnderstood)
        }
    }

    private func isNoNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        switch column.type {
        case .number, .digits: NoNumber.isOne(bytes)
        case .npwp: NoNumber.isNPWP(bytes)
        default: false
        }
    }

    /// What was made of a number cell whose column expects more than a number, or of a day within a month; nil where
    /// nothing was.
    func mending(_ field: Int, of record: TableRecord) -> NumberCell.Mending? {
        let bytes = record.bytes[record.range(of: field)]
        if record.kind(field) == .date, column.type == .month, let day = CalendarDate(iso: record.text(field)) {
            return day == day.firstOfMonth || day.adding(days: 1).day == 1 ? nil : .month
        }
        guard record.kind(field) == .number else { return nil }
        if column.type == .date { return isCompactDate(bytes) ? nil : .day }
        if column.type == .month { return isShortMonth(bytes) ? .noughts : isDayNumber(bytes) ? .day : nil }
        return NumberCell.filled(bytes, for: column) == nil ? nil : .noughts
    }

    /// The text that a number cell was read as; nil where nothing was made of it, or it is refused all the same.
    func mended(_ field: Int, of record: TableRecord) -> String? {
        let bytes = record.bytes[record.range(of: field)]
        guard (try? parse(field, of: record)) != nil else { return nil }
        switch mending(field, of: record) {
        case nil, .month: return nil
        case .noughts:
            let digits = NumberCell.filled(bytes, for: column) ?? [UInt8(ascii: "0")] + bytes
            return String(decoding: digits, as: UTF8.self)
        case .day:
            let day = try? NumberCell.day(bytes, countsFrom1904: record.countsFrom1904)
            return day.map(String.init(describing:))
        }
    }

    /// Year, month and day in eight digits, such as 20261031.
    private func isCompactDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 8 && bytes.allSatisfy { (48...57).contains($0) }
    }

    /// A month such as 092026 that has lost its nought.
    private func isShortMonth(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 5 && bytes.dropFirst().starts(with: "20".utf8) && bytes.allSatisfy { (48...57).contains($0) }
            && bytes.first != UInt8(ascii: "0")
    }

    /// Five digits, with a time behind the point or not: no month is written so.
    private func isDayNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.prefix { $0 != UInt8(ascii: ".") }.count == 5
    }

    /// The value of a number cell.
    private func number(
        _ bytes: ArraySlice<UInt8>, _ range: Range<Int>?, of record: TableRecord
    ) throws(FieldError) -> FieldValue {
        if let filled = NumberCell.filled(bytes, for: column) { return try value(filled[...], range) }
        switch column.type {
        case .money: return .integer(try NumberCell.rupiah(bytes, rounded: column.rounded == true))
        case .integer: return .integer(try Whole.parse(bytes, isCell: true))
        case .date where !isCompactDate(bytes):
            return .date(try limits.check(NumberCell.day(bytes, countsFrom1904: record.countsFrom1904)))
        case .month where isShortMonth(bytes):
            // 42026 is a day of 2015 as well.
            guard bytes.first != UInt8(ascii: "4") else {
                throw FieldError("not_a_month", "April or a day of 2015: format the column as text, and write 042026.")
            }
            return .date(try limits.check(MonthValue.parse([UInt8(ascii: "0")] + bytes)))
        case .month where isDayNumber(bytes):
            return .date(try limits.check(NumberCell.day(bytes, countsFrom1904: record.countsFrom1904).firstOfMonth))
        // 2026.1 may have been 2026.10.
        case .month where bytes.contains(UInt8(ascii: ".")):
            throw FieldError("not_a_month", "The cell is a number; format the column as text, and write 2026-10.")
        case _ where Self.numberings.contains(column.type):
            guard bytes.allSatisfy({ (48...57).contains($0) }) else { throw Digits.decimal }
            return try value(bytes, range)
        default: return try value(bytes, range)
        }
    }

    private func value(_ cell: ArraySlice<UInt8>, _ range: Range<Int>?) throws(FieldError) -> FieldValue {
        // Spreadsheets mark digits as text so; before a name it may be part of it.
        let isMarked = cell.count > 1 && cell.first == UInt8(ascii: "'") && column.type != .text
        let bytes = isMarked ? cell.dropFirst() : cell
        switch column.type {
        case .text, .number:
            guard !bytes.contains(0) else {
                throw FieldError("encoding", "The text holds a character that is none (NUL); enter it again.")
            }
            guard bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil else {
                throw FieldError("encoding", "The text is not UTF-8; save the file as UTF-8 (CSV UTF-8).")
            }
            // Eight digits are a number of somebody (NPP, family card).
            guard bytes.last != UInt8(ascii: "0") || bytes.count < 10 || !Digits.areDecimal(bytes) else {
                throw Digits.decimal
            }
            return range.map { .text((isMarked ? $0.lowerBound + 1 : $0.lowerBound)..<$0.upperBound) }
                ?? .string(String(decoding: bytes, as: UTF8.self))
        case .integer: return .integer(try Whole.parse(bytes))
        case .money: return .integer(try Money.parse(bytes, rounded: column.rounded == true))
        case .date: return .date(try limits.check(date(bytes)))
        case .month: return .date(try limits.check(MonthValue.parse(bytes, order: column.order)))
        case .nik: return .integer(try NIK.parse(bytes))
        case .digits: return .string(try Digits.parse(bytes, lengths: column.lengths ?? []))
        case .npwp: return .string(try NPWP.parse(bytes))
        case .kbli: return .string(try KBLI.parse(bytes))
        case .phone: return .string(try Phone.parse(bytes))
        case .choice: return .string(try choice(String(decoding: bytes, as: UTF8.self)))
        case .words: return .string(try meaning(String(decoding: bytes, as: UTF8.self)))
        }
    }

    /// A day, also behind the place of birth, as in `Pontianak, 31-12-1990` or without the comma.
    private func date(_ day: ArraySlice<UInt8>) throws(FieldError) -> CalendarDate {
        let order = column.order ?? .dayMonthYear
        do throws(FieldError) {
            return try order.parse(day, newest: limits.newestShort)
        } catch {
            guard let digit = day.firstIndex(where: { (48...57).contains($0) }), digit > day.startIndex,
                day[digit - 1] == 32 || day[digit - 1] == UInt8(ascii: ","),
                let place = day[..<digit].last(where: { $0 != 32 && $0 != UInt8(ascii: ",") }), place >= 65
            else { throw error }
            return try order.parse(day[digit...], newest: limits.newestShort)
        }
    }

    private func choice(_ text: String) throws(FieldError) -> String {
        guard let meaning = column.choices?[text.uppercased()] ?? codes[Self.plain(text)] else {
            throw FieldError("unknown_code", "\(known) is expected.")
        }
        return meaning
    }

    /// The codes that are read, and of many the two shortest of each meaning.
    private var known: String {
        let choices = column.choices ?? [:]
        guard choices.count > 12 else { return "One of \(choices.keys.sorted().joined(separator: ", "))" }
        let shortest = Dictionary(grouping: choices.keys) { choices[$0] ?? "" }.values
            .flatMap { $0.sorted { ($0.count, $0) < ($1.count, $1) }.prefix(2) }
        return "A code such as \(shortest.sorted().joined(separator: ", "))"
    }

    /// A code in capitals, its words parted by one blank whatever stands between them: `Laki - laki`, `PKWT-1`.
    private static func plain(_ code: String) -> String {
        code.uppercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    /// Words that turn what they stand with into its contrary.
    private static let denials = ["batal", "tidak jadi", "bukan", "belum"]

    /// The one meaning whose words stand in the text.
    private func meaning(_ text: String) throws(FieldError) -> String {
        let spoken = " " + text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
        let meanings = (column.words ?? [:]).filter { $0.value.contains { spoken.contains(" \($0) ") } }
        let isDenied = Self.denials.contains { spoken.contains(" \($0) ") }
        guard let only = meanings.first, meanings.count == 1, !isDenied else {
            let known = (column.words ?? [:]).values.joined().sorted().joined(separator: ", ")
            throw FieldError("unknown_code", "Words such as these are expected: \(known).")
        }
        return only.key
    }

    private func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, bytes[lower] == 32 || bytes[lower] == 9 { lower += 1 }
        while upper > lower, bytes[upper - 1] == 32 || bytes[upper - 1] == 9 { upper -= 1 }
        // ="0678" keeps digits as text when a spreadsheet opens the file.
        if upper - lower > 2, bytes[lower] == UInt8(ascii: "="), bytes[lower + 1] == UInt8(ascii: "\""),
            bytes[upper - 1] == UInt8(ascii: "\"")
        {
            return lower + 2..<upper - 1
        }
        return lower..<upper
    }
}
