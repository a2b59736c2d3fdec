/// Amounts as Indonesian papers write them.
public enum Rupiah {
    /// The amount with its currency sign: `Rp3.205.220`, with cents `Rp3.205.220,00`.
    ///
    /// - Parameters:
    ///   - amount: whole rupiah; a negative amount is written `-Rp…`.
    ///   - cents: whether `,00` follows, as in letters.
    /// - Returns: the amount as text.
    public static func format(_ amount: Int64, cents: Bool = false) -> String {
        (amount < 0 ? "-Rp" : "Rp") + Grouping.digits(amount.magnitude, separator: ".") + (cents ? ",00" : "")
    }
}
