extension JSONValue {
    /// The document on one line.
    public var compact: String {
        var text = ""
        write(to: &text, indent: nil)
        return text
    }

    /// The document on several lines; a list or object of plain values stays on one, which keeps tables readable.
    public var pretty: String {
        var text = ""
        write(to: &text, indent: 0)
        return text + "\n"
    }

    private var isPlain: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    private func write(to text: inout String, indent: Int?) {
        switch self {
        case .string(let value): Self.write(string: value, to: &text)
        case .integer(let value): text += String(value)
        case .decimal(let value):
            if Self.isNumber(value) { text += value } else { Self.write(string: value, to: &text) }
        case .boolean(let value): text += value ? "true" : "false"
        case .null: text += "null"
        case .array(let values):
            Self.write(values, brackets: ("[", "]"), value: \.self, to: &text, indent: indent) { _, _ in }
        case .object(let members):
            Self.write(members, brackets: ("{", "}"), value: \.value, to: &text, indent: indent) { member, text in
                Self.write(string: member.name, to: &text)
                text += indent == nil ? ":" : ": "
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], brackets: (String, String), value: (Element) -> JSONValue, to text: inout String,
        indent: Int?, name: (Element, inout String) -> Void
    ) {
        // One level deeper only when something inside has structure of its own.
        let deeper = elements.allSatisfy { value($0).isPlain } ? nil : indent.map { $0 + 2 }
        let space = indent != nil && deeper == nil ? ", " : ","
        text += brackets.0
        for (index, element) in elements.enumerated() {
            if index > 0 { text += deeper == nil ? space : "," }
            if let deeper { text += "\n" + String(repeating: " ", count: deeper) }
            name(element, &text)
            value(element).write(to: &text, indent: deeper)
        }
        if deeper != nil, let indent { text += "\n" + String(repeating: " ", count: indent) }
        text += brackets.1
    }

    private static func write(string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // U+2028 and U+2029 are line ends to some readers of JSON Lines.
            case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    /// Whether the text is a JSON number of digits with at most one point.
    private static func isNumber(_ text: String) -> Bool {
        let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), text.filter({ $0 == "-" }).count <= 1, let whole = parts.first else {
            return false
        }
        let digits = parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isNumber } }
        return digits && (whole.count == 1 || whole.first != "0")
    }
}
