/// Blanks of every kind, and characters that nobody sees: web pages, PDFs and spreadsheets leave them around values.
enum Blanks {
    private enum Sign {
        case blank(Int)
        case unseen(Int)
    }

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
    ///   - value: UTF-8.
    ///   - folding: makes one blank of each run of blanks, tabs and line breaks, as in names. Otherwise they stay:
    ///     two amounts on two lines of a cell are not one amount.
    /// - Returns: the value with plain blanks.
    static func plain(_ value: some Collection<UInt8>, folding: Bool = false) -> [UInt8] {
        var plain: [UInt8] = []
        var rest = Array(value)[...]
        while let byte = rest.first {
            switch sign(rest) {
            case .unseen(let length): rest.removeFirst(length)
            case .blank(let length):
                rest.removeFirst(length)
                guard !plain.isEmpty, !folding || plain.last != 32 else { continue }
                plain.append(folding || length > 1 ? 32 : byte)
            case nil:
                plain.append(byte)
                rest.removeFirst()
            }
        }
        while let last = plain.last, isBlank(last) { plain.removeLast() }
        return plain
    }

    /// A text with single blanks between its words.
    static func folded(_ text: String) -> String { String(decoding: plain(text.utf8, folding: true), as: UTF8.self) }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    /// The blank or the unseen character that bytes begin with; nil for anything else.
    private static func sign(_ bytes: ArraySlice<UInt8>) -> Sign? {
        guard let first = bytes.first else { return nil }
        if first < 0x80 { return isBlank(first) ? .blank(1) : nil }
        switch Array(bytes.prefix(3)) {
        // The blank that does not break, the next line of old computers, and the hyphen that shows at a line's end alone.
        case let start where start.starts(with: [0xC2, 0xA0]) || start.starts(with: [0xC2, 0x85]): return .blank(2)
        case let start where start.starts(with: [0xC2, 0xAD]): return .unseen(2)
        // Blanks of every width, and the two separators of lines.
        case let start where start.starts(with: [0xE2, 0x80]) && start.count == 3:
            switch start[2] {
            case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return .blank(3)
            // Of no width, and marks of the direction of writing.
            case 0x8B...0x8F, 0xAA...0xAE: return .unseen(3)
            default: return nil
            }
        case let start where start.starts(with: [0xE2, 0x81]) && start.count == 3:
            return start[2] == 0x9F ? .blank(3) : (0xA0...0xAF).contains(start[2]) ? .unseen(3) : nil
        case [0xE1, 0x9A, 0x80], [0xE3, 0x80, 0x80]: return .blank(3)
        case [0xE1, 0xA0, 0x8E], [0xEF, 0xBB, 0xBF]: return .unseen(3)
        default: return nil
        }
    }
}
