/// Numbers that are really text: NPWP, NIB, kode badan usaha.
///
/// Dots, dashes and blanks are dropped.
enum Digits {
    /// The digits of a value, when their number is one of `lengths`.
    static func parse(_ bytes: some Collection<UInt8>, lengths: [Int]) throws(FieldError) -> String {
        var digits: [UInt8] = []
        var hasDot = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: "."): hasDot = true
            case UInt8(ascii: "-"), UInt8(ascii: " "): continue
            default: throw FieldError("not_digits", "Only digits may stand here.")
            }
        }
        if hasDot, areDecimal(bytes) { throw decimal }
        guard lengths.contains(digits.count) else {
            let expected = lengths.map(String.init).joined(separator: " or ")
            throw FieldError("wrong_length", "\(expected) digits are expected, \(digits.count) were found.")
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// True for digits with one dot and one or two noughts behind it, such as `9100010.0`.
    ///
    /// So programs write numbers with decimals, and the noughts are no digits of it.
    static func areDecimal(_ bytes: some Collection<UInt8>) -> Bool {
        let noughts = bytes.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        guard (1...2).contains(noughts), bytes.count > noughts + 1 else { return false }
        let rest = bytes.dropLast(noughts)
        return rest.reversed().first == UInt8(ascii: ".") && rest.dropLast().allSatisfy { (48...57).contains($0) }
    }

    /// Why digits are refused that a program has taken for a number.
    static let decimal = FieldError(
        "decimal_number",
        "A program has made a number with decimals of it; export or format the column as text and enter it again.")
}
