/// Tax numbers: NPWP of 15 or 16 digits, and NITKU of 22, the NPWP with the number of the place of business behind it.
enum NPWP {
    /// The NPWP of the taxpayer, in 15 digits also where it is written in 16 with a nought in front.
    ///
    /// Lists of before and after that change have the same employers. One that is a NIK has 16.
    static func parse(_ bytes: some Collection<UInt8>) throws(FieldError) -> String {
        let digits = try Digits.parse(bytes.filter { $0 != UInt8(ascii: "'") }, lengths: [15, 16, 22]).prefix(16)
        return String(digits.count == 16 && digits.hasPrefix("0") ? digits.dropFirst() : digits)
    }
}
