public import FoundationEssentials

/// PostgreSQL's hexadecimal text form of bytes: `\x00ff`.
enum Bytea {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(of bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = Array("\\x".utf8)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func bytes(of text: String) throws -> [UInt8] {
        let digits = text.utf8
        guard digits.starts(with: "\\x".utf8), digits.count.isMultiple(of: 2) else {
            throw SQLDecodingFailure(wanted: "bytea")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2 - 1)
        var high: UInt8?
        for digit in digits.dropFirst(2) {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            default: throw SQLDecodingFailure(wanted: "bytea")
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }
}

extension UInt8: SQLArrayElement {
    /// Writes the bytes as a `bytea`.
    public static func sqlText(of array: [UInt8]) -> String { Bytea.text(of: array) }

    /// Reads a `bytea`.
    public static func array(sqlText: String) throws -> [UInt8] { try Bytea.bytes(of: sqlText) }
}

extension Data: SQLBindable, SQLDecodable {
    /// The bytes as a `bytea`.
    public var sqlText: String? { Bytea.text(of: self) }

    /// Reads a `bytea`.
    public init(sqlText: String) throws {
        self.init(try Bytea.bytes(of: sqlText))
    }
}
