/// Turns UTF-16 that arrives in pieces into UTF-8, and back.
struct UTF16Text {
    /// The mark that text programs put in front of a text.
    private static let mark: UInt16 = 0xFEFF
    private static let replacement: UInt32 = 0xFFFD

    private let isBigEndian: Bool
    /// The first byte of a character whose second has not come yet.
    private var half: UInt8?
    /// The first half of a character of two units.
    private var lead: UInt16?

    init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }

    /// True when the text ended within a character: some of it is missing.
    var isCutOff: Bool { half != nil }

    /// Room for the UTF-8 of so many bytes, and of what was left of those before.
    static func room(for count: Int) -> Int { count / 2 * 3 + 9 }

    /// Writes the UTF-8 of some bytes.
    ///
    /// A unit that belongs to no character becomes U+FFFD, as in other programs.
    ///
    /// - Parameters:
    ///   - bytes: the next bytes of the text.
    ///   - output: where to, with the room of ``room(for:)``.
    /// - Returns: how many bytes were written.
    mutating func decode(_ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int {
        var count = 0
        var index = 0
        while index < bytes.count {
            let first: UInt8
            if let half {
                first = half
                self.half = nil
            } else {
                first = bytes[index]
                index += 1
                guard index < bytes.count else {
                    half = first
                    break
                }
            }
            let second = bytes[index]
            index += 1
            let unit = isBigEndian ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first)
            // Most of any list is ASCII.
            if unit < 0x80, lead == nil {
                output[count] = UInt8(unit)
                count += 1
            } else {
                take(unit, into: output, &count)
            }
        }
        return count
    }

    /// Writes what is left when the text has ended.
    mutating func finish(into output: UnsafeMutableRawBufferPointer) -> Int {
        guard lead != nil else { return 0 }
        lead = nil
        var count = 0
        Self.append(Self.replacement, to: output, &count)
        return count
    }

    private mutating func take(_ unit: UInt16, into output: UnsafeMutableRawBufferPointer, _ count: inout Int) {
        if let lead {
            self.lead = nil
            if UTF16.isTrailSurrogate(unit) {
                let high = UInt32(lead & 0x3FF) << 10
                return Self.append(0x10000 + (high | UInt32(unit & 0x3FF)), to: output, &count)
            }
            Self.append(Self.replacement, to: output, &count)
        }
        if UTF16.isLeadSurrogate(unit) {
            lead = unit
        } else {
            Self.append(UTF16.isTrailSurrogate(unit) ? Self.replacement : UInt32(unit), to: output, &count)
        }
    }

    private static func append(_ code: UInt32, to output: UnsafeMutableRawBufferPointer, _ count: inout Int) {
        func put(_ byte: UInt32) {
            output[count] = UInt8(truncatingIfNeeded: byte)
            count += 1
        }
        switch code {
        case ..<0x80: put(code)
        case ..<0x800:
            put(0xC0 | code >> 6)
            put(0x80 | code & 0x3F)
        case ..<0x10000:
            put(0xE0 | code >> 12)
            put(0x80 | code >> 6 & 0x3F)
            put(0x80 | code & 0x3F)
        default:
            put(0xF0 | code >> 18)
            put(0x80 | code >> 12 & 0x3F)
            put(0x80 | code >> 6 & 0x3F)
            put(0x80 | code & 0x3F)
        }
    }

    /// UTF-8 as UTF-16.
    ///
    /// - Parameters:
    ///   - utf8: the text.
    ///   - isFirst: puts the byte order mark in front, unless the text has it.
    /// - Returns: its bytes.
    func encoded(_ utf8: [UInt8], isFirst: Bool) -> [UInt8] {
        let units = Array(String(decoding: utf8, as: UTF8.self).utf16)
        let marked = isFirst && units.first != Self.mark ? [Self.mark] + units : units
        return marked.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isBigEndian ? [high, low] : [low, high]
        }
    }
}
