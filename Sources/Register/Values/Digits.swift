/// Numbers that are really text: NPWP, NIB, kode badan usaha.
///
/// Dots, dashes and blanks are dropped.
enum Digits {
    /// The digits of a value, when their number is one of `lengths`.
    static func parse(_ bytes: some Collection<UInt8>, lengths: [Int]) throws(FieldError) -> String {
        var digits: [UInt8] = []
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: " "): continue
            default: throw FieldError("not_digits", "Only digits may stand here.")
            }
        }
        guard lengths.contains(digits.count) else {
            let expected = lengths.map(String.init).joined(separator: " or ")
            throw FieldError("wrong_length", "\(expected) digits are expected, \(digits.count) were found.")
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
