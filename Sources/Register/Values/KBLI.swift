/// Lines of business (KBLI): five digits, with or without the letter of the category in front.
enum KBLI {
    /// The five digits.
    static func parse(_ bytes: some Collection<UInt8>) throws(FieldError) -> String {
        let first = bytes.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "'") } ?? 0
        // Categories are A to U in KBLI 2020 and to V in KBLI 2025.
        let isCategory = (UInt8(ascii: "A")...UInt8(ascii: "V")).contains(first & 0xDF) && first >= 65
        let text = bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "'") }
        return try Digits.parse(Array(isCategory ? text.dropFirst() : text), lengths: [5])
    }
}
