/// Tax numbers: NPWP of 15 or 16 digits, and NITKU of 22, the NPWP with the number of the place of business behind it.
enum NPWP {
    /// The NPWP; of a NITKU its first 16 digits, which are the taxpayer's.
    static func parse(_ bytes: some Collection<UInt8>) throws(FieldError) -> String {
        String(try Digits.parse(bytes.filter { $0 != UInt8(ascii: "'") }, lengths: [15, 16, 22]).prefix(16))
    }
}
