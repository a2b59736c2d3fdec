/// Turns what stands in the XML of a cell into the text of its field.
struct CellValue {
    let file: WorkbookFile
    let strings: SharedStrings
    let formats: [CellFormat]
    let days: SerialDate
    private var number = PlainNumber()

    init(file: WorkbookFile, strings: SharedStrings, formats: [CellFormat], days: SerialDate) {
        self.file = file
        self.strings = strings
        self.formats = formats
        self.days = days
    }

    /// What a cell turned out to hold.
    enum Settled {
        /// A value that stands in the buffer.
        case value(CellKind)
        /// A shared string, by its number.
        case shared(Int)
    }

    /// Puts the value in the place of its XML text, which reaches from an offset to the end of the buffer.
    mutating func settle(
        _ bytes: inout [UInt8], from start: Int, type: CellType, style: Int
    ) throws(Fault) -> Settled {
        switch type {
        case .inlineString, .formulaText:
            EscapedText.decode(&bytes, from: start)
            return .value(.text)
        case .number:
            CellText.trim(&bytes, from: start)
            let format = style < formats.count ? formats[style] : CellFormat(builtIn: 0)
            let kind = settleNumber(&bytes, from: start, isDate: format.isDate)
            return .value(kind == .number && fill(&bytes, from: start, to: format.digits) ? .text : kind)
        case .sharedString:
            CellText.trim(&bytes, from: start)
            return try .shared(index(bytes[start...]))
        case .boolean:
            CellText.trim(&bytes, from: start)
            switch String(decoding: bytes[start...], as: UTF8.self) {
            case "1", "true": bytes.replaceSubrange(start..., with: "TRUE".utf8)
            case "0", "false": bytes.replaceSubrange(start..., with: "FALSE".utf8)
            default: break
            }
            return .value(.text)
        case .error: return .value(.error)
        case .isoDate:
            CellText.trim(&bytes, from: start)
            // A time may follow the day; that of another zone is left to who reads days.
            guard bytes.count >= start + 10, bytes[start + 4] == UInt8(ascii: "-"),
                bytes.count == start + 10 || TimeOfDay.isLocal(bytes[(start + 10)...])
            else { return .value(.text) }
            bytes.removeSubrange((start + 10)...)
            return .value(.date)
        case .other: return .value(.text)
        }
    }

    /// True if a shared string is empty.
    func isBlank(_ shared: Int) -> Bool {
        strings.range(of: shared).isEmpty
    }

    private mutating func settleNumber(_ bytes: inout [UInt8], from start: Int, isDate: Bool) -> CellKind {
        if !isDate, Self.isPlain(bytes[start...]) { return .number }
        guard number.parse(bytes[start...]) else { return .text }
        bytes.removeSubrange(start...)
        if isDate, !number.isNegative, let whole = number.whole, whole > 0 || days.countsFrom1904 && number.isWhole,
            let day = days.day(whole)
        {
            bytes += day.utf8
            return .date
        }
        number.write(to: &bytes)
        return number.isRounded ? .roundedNumber : .number
    }

    /// Puts the noughts before a whole number that its cell shows; false where it shows none.
    private func fill(_ bytes: inout [UInt8], from start: Int, to digits: Int) -> Bool {
        let missing = start + digits - bytes.count
        guard missing > 0, bytes[start] != 48, bytes[start...].allSatisfy({ (48...57).contains($0) }) else {
            return false
        }
        bytes.insert(contentsOf: repeatElement(48, count: missing), at: start)
        return true
    }

    /// True for what most numbers are: up to 15 digits that need no change.
    private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 15, let first = bytes.first, first != 48 || bytes.count == 1 else { return false }
        return bytes.allSatisfy { (48...57).contains($0) }
    }

    private func index(_ bytes: ArraySlice<UInt8>) throws(Fault) -> Int {
        guard bytes.count <= 9, bytes.allSatisfy({ (48...57).contains($0) }), !bytes.isEmpty else {
            throw file.malformed("a cell refers to a shared text by something that is no number")
        }
        let index = bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
        guard index < strings.count else { throw file.malformed("a cell refers to a shared text that is not there") }
        return index
    }
}
