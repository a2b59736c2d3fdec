/// Hides the middle of a NIK, so that a paper names a worker without giving the number away.
public enum NIKMask {
    /// The NIK with its first four and last two digits: `6171**********03`.
    ///
    /// - Parameter nik: the NIK as text; anything that is not 16 digits is hidden altogether.
    /// - Returns: sixteen characters.
    public static func masked(_ nik: String) -> String {
        guard nik.count == 16, nik.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return String(repeating: "*", count: 16)
        }
        return nik.prefix(4) + String(repeating: "*", count: 10) + nik.suffix(2)
    }

    /// The masked form of a NIK kept as a number.
    public static func masked(_ nik: Int64) -> String {
        masked(String(nik))
    }
}
