/// Names of the parts of a workbook as they are meant: some programs write blanks as `%20`, or backslashes for strokes.
enum PartName {
    /// The name with strokes, and without percent code.
    static func plain(_ name: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(name.utf8)[...]
        while let byte = rest.popFirst() {
            let code = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), code.count == 2, code.allSatisfy(\.isHexDigit),
                let decoded = UInt8(code, radix: 16), decoded != 0
            {
                bytes.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "\\") ? UInt8(ascii: "/") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
