import Postgres

/// Nomor Induk Kependudukan: PPKKCC DDMMYY SSSS, 40 added to the day for women.
enum NIK {
    /// The NIK as a number; its first digit is never 0, so that 16 digits stay 16.
    ///
    /// Blanks, dots and the apostrophe by which people keep spreadsheets from making numbers of it do not count.
    static func parse(_ bytes: some Collection<UInt8>) throws(FieldError) -> Int64 {
        var number: Int64 = 0
        var count = 0
        var hasDot = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                count += 1
                if count <= 16 { number = number * 10 + Int64(byte - 48) }
            case UInt8(ascii: "."): hasDot = true
            case UInt8(ascii: " "), UInt8(ascii: "'"), 0xC2, 0xA0: continue
            default:
                guard !isPermit(bytes) else {
                    throw FieldError(
                        permit,
                        "The number of a permit (KITAS, KITAP) or passport is no NIK; leave the NIK empty, with name and birth date."
                    )
                }
                throw FieldError(
                    "nik_not_digits", "A NIK has digits only; a spreadsheet may have turned it into a rounded number.")
            }
        }
        if hasDot, Digits.areDecimal(bytes) { throw Digits.decimal }
        guard count == 16 else {
            throw FieldError("nik_wrong_length", "A NIK has 16 digits, \(count) were found.")
        }
        let (day, month, serial) = (number / 100_000_000 % 100, number / 1_000_000 % 100, number % 10_000)
        guard number >= 1_000_000_000_000_000, (1...31).contains(day > 40 ? day - 40 : day), (1...12).contains(month),
            serial > 0
        else {
            throw FieldError(
                "nik_structure", "The digits do not have the structure of a NIK: region, birth date, serial number.")
        }
        return number
    }

    /// Code of the error for the number of another document.
    static let permit = "nik_permit"

    /// Letters and digits as the permits and passports of foreigners have them, such as 2C21JE1234-U.
    private static func isPermit(_ bytes: some Collection<UInt8>) -> Bool {
        let marks: [UInt8] = [UInt8(ascii: "-"), UInt8(ascii: " ")]
        let plain = bytes.filter { !marks.contains($0) }
        let letters = plain.filter { (65...90).contains($0 & 0xDF) && $0 >= 65 }
        let digits = plain.count { (48...57).contains($0) }
        // 61710E15 is a number that a program has rounded.
        return (7...13).contains(plain.count) && digits >= 2 && !letters.isEmpty
            && letters.count + digits == plain.count && letters != [UInt8(ascii: "E")] && letters != [UInt8(ascii: "e")]
    }
}
