/// The numbers under which offices know a firm.
///
/// Those that are issued centrally lie outside the ranges in use.
struct FirmIdentifiers {
    /// Kode badan usaha: eight digits.
    let employerCode: String
    let virtualAccount: String
    /// Nomor Pendaftaran Perusahaan at BPJS Ketenagakerjaan: eight digits.
    let npp: String
    /// Thirteen digits.
    let nib: String
    /// Fifteen digits, formatted; the ninth is a Luhn check digit.
    let npwp: String
    let labourNumber: String

    init(index: Int, regency: Territory.Regency, _ chance: inout SplitMix64) {
        // Steps without a common divisor with the modulus: numbers look random and never repeat.
        employerCode = "0" + padded((index + 1) &* 1_299_709 % 10_000_000, 7)
        virtualAccount = "88888000" + employerCode
        npp = "9" + padded((index + 1) &* 7_368_787 % 10_000_000, 7)
        nib = "9990" + padded((index + 1) &* 160_481_183 % 1_000_000_000, 9)
        npwp = FirmIdentifiers.npwp(serial: (index + 1) &* 611_953 % 1_000_000)
        let digits = regency.code.filter { $0 != "." }
        let year = chance.between(2015, 2024)
        labourNumber = "\(digits).\(year)\(padded(chance.between(1, 12), 2)).\(padded(index + 1, 6))"
    }

    /// `99.` opens no real number.
    private static func npwp(serial: Int) -> String {
        let eight = [9, 9] + padded(serial, 6).utf8.map { Int($0) - 48 }
        var sum = 0
        for (place, digit) in eight.enumerated() {
            let doubled = place % 2 == 0 ? digit : digit * 2
            sum += doubled / 10 + doubled % 10
        }
        let check = (10 - sum % 10) % 10
        let text = padded(serial, 6)
        return "99.\(text.prefix(3)).\(text.suffix(3)).\(check)-701.000"
    }
}
