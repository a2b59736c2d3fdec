/// Gathers the text of a shared or inline string: its runs are joined, readings of Asian characters are left out.
struct CellText {
    private var readings = 0
    private var runStart: Int?
    private var keepsSpace = false

    /// True while text counts.
    var isOpen: Bool { runStart != nil }

    /// An element of a string begins.
    mutating func start(_ name: XMLName, _ attributes: XMLAttributes, at position: Int) {
        switch name {
        case "rPh": readings += 1
        case "t":
            runStart = readings == 0 ? position : nil
            keepsSpace = attributes["space"] == "preserve"
        default: break
        }
    }

    /// Follows the text when the bytes before it are dropped.
    mutating func move(by shift: Int) {
        runStart = runStart.map { $0 - shift }
    }

    /// An element of a string ends; `bytes` holds what was read since ``start(_:_:at:)``.
    mutating func end(_ name: XMLName, in bytes: inout [UInt8]) {
        switch name {
        case "rPh": readings -= 1
        case "t":
            if let runStart, !keepsSpace { CellText.trim(&bytes, from: runStart) }
            runStart = nil
        default: break
        }
    }

    /// Drops white space at both ends of what follows an offset.
    static func trim(_ bytes: inout [UInt8], from start: Int) {
        while bytes.count > start, isSpace(bytes[bytes.count - 1]) { bytes.removeLast() }
        var first = start
        while first < bytes.count, isSpace(bytes[first]) { first += 1 }
        if first > start { bytes.removeSubrange(start..<first) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || (9...13).contains(byte)
    }
}
