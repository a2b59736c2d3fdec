/// Blanks of every kind, and characters that nobody sees: web pages, PDFs and spreadsheets leave them around values.
enum Blanks {
    /// True for nearly all values: nothing in them needs ``plain(_:folding:)``.
    static func areUsual(in bytes: some Collection<UInt8>) -> Bool {
        var last: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 32 where last == 32: return false
            case 9...13, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: return false
            default: last = byte
            }
        }
        return true
    }

    /// A value without blanks at its ends and without what is not seen.
    ///
    /// - Parameters:
    ///   - value: UTF-8; what is none comes back as it is.
    ///   - folding: makes one blank of each run of blanks, tabs and line breaks, as in names. Otherwise they stay:
    ///     two amounts on two lines of a cell are not one amount.
    /// - Returns: the value with plain blanks.
    static func plain(_ value: some Collection<UInt8>, folding: Bool = false) -> [UInt8] {
        guard let text = String(validating: value, as: UTF8.self) else { return Array(value) }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                guard let last = plain.last, !folding || last != " " else { continue }
                plain.append(folding || !scalar.isASCII ? " " : scalar)
            } else if scalar.properties.generalCategory != .format {
                plain.append(scalar)
            }
        }
        while let last = plain.last, last.properties.isWhitespace { plain.removeLast() }
        return Array(String(plain).utf8)
    }

    /// A text with single blanks between its words.
    static func folded(_ text: String) -> String {
        if areUsual(in: text.utf8), text.utf8.first != 32, text.utf8.last != 32 { return text }
        return String(decoding: plain(text.utf8, folding: true), as: UTF8.self)
    }
}
