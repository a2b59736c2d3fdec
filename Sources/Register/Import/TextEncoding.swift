/// How the letters of a text file are written.
enum TextEncoding: Sendable {
    case utf8
    /// The encoding of older Windows programs; what spreadsheets call ANSI.
    case windows1252

    /// The characters 0x80 to 0x9F of Windows-1252; 0xFFFD where there is none.
    private static let upper: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    /// Appends a byte of this encoding to UTF-8.
    func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        guard self == .windows1252, byte >= 0x80 else { return bytes.append(byte) }
        let code = byte < 0xA0 ? Self.upper[Int(byte - 0x80)] : UInt16(byte)
        bytes.append(contentsOf: Character(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    }
}
