/// Telephone numbers of Indonesia, written from abroad: `0812-3456-789` is `+628123456789`.
enum Phone {
    /// The number with +62 in front.
    static func parse(_ bytes: some Collection<UInt8>) throws(FieldError) -> String {
        if Digits.areDecimal(bytes) { throw Digits.decimal }
        let signs = Set("()-./ '".utf8)
        var digits = bytes.filter { !signs.contains($0) }
        let isForeign = digits.first == UInt8(ascii: "+")
        if isForeign { digits.removeFirst() }
        guard digits.allSatisfy({ (48...57).contains($0) }) else {
            throw FieldError("not_a_phone_number", "A telephone number is expected.")
        }
        if digits.starts(with: "62".utf8) {
            digits.removeFirst(2)
            // +62 (0)812: the zero of calls within the country.
            if digits.first == 48 { digits.removeFirst() }
        } else if isForeign {
            throw FieldError("not_a_phone_number", "A telephone number of Indonesia (+62) is expected.")
        } else if digits.first == 48 {
            digits.removeFirst()
        } else if digits.first != UInt8(ascii: "8") {
            // Spreadsheets drop the zero in front; only mobile numbers can be told without it.
            throw FieldError("not_a_phone_number", "The telephone number lacks its area code.")
        }
        guard (8...12).contains(digits.count), digits.first != 48 else {
            throw FieldError("not_a_phone_number", "The telephone number is too short or too long.")
        }
        return "+62" + String(decoding: digits, as: UTF8.self)
    }
}
