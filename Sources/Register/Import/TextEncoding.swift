/// How the letters of a text file are written.
enum TextEncoding: Sendable, Equatable {
    case utf8
    /// What spreadsheets call Unicode text; readers hand it out as UTF-8.
    case utf16(isBigEndian: Bool)
    /// The encoding of older Windows programs, what spreadsheets call ANSI; letters that are whole in UTF-8 are that.
    ///
    /// Lists put together from several sources have both.
    case windows1252

    /// The characters 0x80 to 0x9F of Windows-1252; 0xFFFD where there is none.
    private static let upper: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    /// The bytes of a text of Windows-1252 in UTF-8.
    static func recoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + 8)
        var rest = text
        while let byte = rest.first {
            let length = byte < 0x80 ? 1 : letter(rest)
            if length > 0 {
                bytes += rest.prefix(length)
            } else {
                append(byte, to: &bytes)
            }
            rest = rest.dropFirst(max(length, 1))
        }
        return bytes
    }

    /// The length of the letter of several bytes that a text begins with in UTF-8; 0 if it is none.
    private static func letter(_ text: ArraySlice<UInt8>) -> Int {
        let length =
            switch text.first ?? 0 {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        let bytes = text.prefix(length)
        guard length > 0, bytes.count == length, bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return 0 }
        return String(validating: bytes, as: UTF8.self) == nil ? 0 : length
    }

    /// Appends a byte of Windows-1252 to UTF-8.
    private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        let code = byte < 0xA0 ? upper[Int(byte - 0x80)] : UInt16(byte)
        bytes.append(contentsOf: Character(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    }
}
