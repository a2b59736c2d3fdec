/// Workbooks write characters that XML does not allow, or would change, as `_x000D_`.
enum EscapedText {
    /// Puts the characters in place, from an offset to the end of a buffer.
    static func decode(_ bytes: inout [UInt8], from start: Int) {
        guard bytes[start...].contains(UInt8(ascii: "_")) else { return }
        var read = start
        var write = start
        while read < bytes.count {
            if let scalar = scalar(in: bytes, at: read) {
                // A character of the first plane takes three bytes at most: there is room before `read`.
                for byte in String(Character(scalar)).utf8 {
                    bytes[write] = byte
                    write += 1
                }
                read += 7
            } else {
                bytes[write] = bytes[read]
                write += 1
                read += 1
            }
        }
        bytes.removeSubrange(write...)
    }

    /// Writes a text so that nothing in it is taken for such a character.
    static func protect(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if scalar(in: bytes, at: index) != nil { result += "_x005F".utf8 }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func scalar(in bytes: [UInt8], at start: Int) -> Unicode.Scalar? {
        guard start + 7 <= bytes.count, bytes[start] == UInt8(ascii: "_"), bytes[start + 1] == UInt8(ascii: "x"),
            bytes[start + 6] == UInt8(ascii: "_")
        else { return nil }
        var value: UInt32 = 0
        for byte in bytes[(start + 2)..<(start + 6)] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value * 16 + UInt32(byte - 48)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value * 16 + UInt32(byte - 55)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value * 16 + UInt32(byte - 87)
            default: return nil
            }
        }
        // A database cannot hold the character 0 in a text: it stays as written.
        return value == 0 ? nil : Unicode.Scalar(value)
    }
}
