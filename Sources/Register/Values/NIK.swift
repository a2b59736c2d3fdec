import Postgres

/// Nomor Induk Kependudukan: PPKKCC DDMMYY SSSS, 40 added to the day for women.
enum NIK {
    /// Blanks, dots and the apostrophe by which people keep spreadsheets from making numbers of it.
    private static let fillers: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "'"), 0xC2, 0xA0]

    /// The NIK as a number; its first digit is never 0, so that 16 digits stay 16.
    static func parse(_ bytes: some Collection<UInt8>) throws(FieldError) -> Int64 {
        let digits = bytes.filter { !fillers.contains($0) }
        guard digits.allSatisfy({ (48...57).contains($0) }) else {
            throw FieldError(
                "nik_not_digits", "A NIK has digits only; a spreadsheet may have turned it into a rounded number.")
        }
        guard digits.count == 16 else {
            throw FieldError("nik_wrong_length", "A NIK has 16 digits, \(digits.count) were found.")
        }
        let part = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + Int($1 - 48) } }
        let day = part(6..<8) > 40 ? part(6..<8) - 40 : part(6..<8)
        guard digits[0] != 48, (1...31).contains(day), (1...12).contains(part(8..<10)), part(12..<16) > 0 else {
            throw FieldError(
                "nik_structure", "The digits do not have the structure of a NIK: region, birth date, serial number.")
        }
        return digits.reduce(into: Int64(0)) { $0 = $0 * 10 + Int64($1 - 48) }
    }
}
