/// The heading of a column, and how it is compared with others.
struct Heading: Sendable, Decodable {
    /// As it is written.
    let text: String
    /// As it is compared.
    ///
    /// Case, the dots of abbreviations and the marks of required columns count for nothing, runs of blanks, line breaks
    /// and `_` for one blank, and for none beside `/`. Letters that stand apart are one word: `N I K`.
    let plain: String

    init(_ text: String) {
        self.text = text
        plain = Self.normalized(text)
    }

    init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    private static func normalized(_ heading: String) -> String {
        var words: [[UInt8]] = [[]]
        let bytes = Array(Blanks.folded(heading).lowercased().utf8)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: ":"): break
            case UInt8(ascii: " "), UInt8(ascii: "_"): words.append([])
            case UInt8(ascii: "."):
                // No.KTP is two words, Tgl. none.
                if index + 1 < bytes.count, isLetter(bytes[index + 1]) || isDigit(bytes[index + 1]) { words.append([]) }
            default: words[words.count - 1].append(byte)
            }
        }
        var plain: [UInt8] = []
        var isSpelled = false
        for word in words where !word.isEmpty {
            let isOne = word.count == 1 && isLetter(word[0])
            let slash = UInt8(ascii: "/")
            let isApart = !plain.isEmpty && !(isOne && isSpelled) && word[0] != slash && plain.last != slash
            if isApart { plain.append(UInt8(ascii: " ")) }
            plain += word
            isSpelled = isOne
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// Everything beyond ASCII that headings have is a letter.
    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= 0x80
    }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// What may stand in brackets behind a heading without changing what it means.
    private static let marks: Set<String> = [
        "rp", "idr", "rupiah", "dalam rupiah", "ktp", "e-ktp", "sesuai ktp", "nik", "16 digit", "wajib", "wajib diisi",
        "l/p",
    ]
    private static let orders: [DateOrder: Set<String>] = [
        .dayMonthYear: ["dd/mm/yyyy", "dd-mm-yyyy", "hh/bb/tttt", "hh-bb-tttt"],
        .monthDayYear: ["mm/dd/yyyy", "mm-dd-yyyy"], .yearMonthDay: ["yyyy-mm-dd", "yyyy/mm/dd"],
    ]

    /// The heading as it is compared, without a unit, an abbreviation or the order of its dates in brackets behind it.
    func withoutMarks(order: DateOrder?) -> String {
        guard plain.hasSuffix(")"), let bracket = plain.lastIndex(of: "("), bracket > plain.startIndex else {
            return plain
        }
        let mark = plain[plain.index(after: bracket)...].dropLast().split(separator: " ").joined(separator: " ")
        guard Self.marks.contains(mark) || order.map({ Self.orders[$0]?.contains(mark) == true }) == true else {
            return plain
        }
        return plain[..<bracket].split(separator: " ").joined(separator: " ")
    }
}
