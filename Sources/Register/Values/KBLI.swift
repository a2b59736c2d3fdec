/// Lines of business (KBLI): five digits, with or without the letter of the category in front.
///
/// Shorter codes, of groups of lines, are read where the letter, a zero or an apostrophe in front shows that they are
/// whole: four digits alone may be five without their zero. What a code means depends on the edition, which the file
/// says elsewhere.
enum KBLI {
    private static let marks: Set<UInt8> = [UInt8(ascii: "0"), UInt8(ascii: "'")]

    /// The digits.
    static func parse(_ bytes: some Collection<UInt8>) throws(FieldError) -> String {
        let text = bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "'") }
        let first = text.first ?? 0
        // Categories are A to U in KBLI 2020 and to V in KBLI 2025.
        let isCategory = (UInt8(ascii: "A")...UInt8(ascii: "V")).contains(first & 0xDF) && first >= 65
        let isWhole = isCategory || bytes.first { $0 != UInt8(ascii: " ") }.map(marks.contains) == true
        return try Digits.parse(Array(isCategory ? text.dropFirst() : text), lengths: isWhole ? [2, 3, 4, 5] : [5])
    }
}
