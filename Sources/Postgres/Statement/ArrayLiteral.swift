/// PostgreSQL's text form of an array of one dimension: `{1,"two, three",NULL}`.
enum ArrayLiteral {
    static func text(of elements: [String?]) -> String {
        var text = "{"
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            guard let element else {
                text += "NULL"
                continue
            }
            // Always quoted: cheaper than knowing which characters need it.
            text += "\""
            for character in element.unicodeScalars {
                if character == "\"" || character == "\\" { text.unicodeScalars.append("\\") }
                text.unicodeScalars.append(character)
            }
            text += "\""
        }
        return text + "}"
    }

    static func elements(of text: String) throws -> [String?] {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}"), bytes.count >= 2 else {
            throw SQLDecodingFailure(wanted: "array")
        }
        var elements: [String?] = []
        var current: [UInt8] = []
        var quoted = false
        var wasQuoted = false
        var escaped = false
        func element() -> String? {
            let text = String(decoding: current, as: UTF8.self)
            return !wasQuoted && text == "NULL" ? nil : text
        }
        for byte in bytes[1..<(bytes.count - 1)] {
            if escaped {
                current.append(byte)
                escaped = false
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else if byte == UInt8(ascii: "\"") {
                quoted.toggle()
                wasQuoted = true
            } else if byte == UInt8(ascii: ","), !quoted {
                elements.append(element())
                current.removeAll(keepingCapacity: true)
                wasQuoted = false
            } else if byte == UInt8(ascii: "{"), !quoted {
                throw SQLDecodingFailure(wanted: "array of one dimension")
            } else {
                current.append(byte)
            }
        }
        guard !quoted, !escaped else { throw SQLDecodingFailure(wanted: "array") }
        if bytes.count > 2 { elements.append(element()) }
        return elements
    }
}
