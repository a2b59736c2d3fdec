/// Whole numbers such as headcounts.
enum Whole {
    /// The number, at most 18 digits.
    static func parse(_ bytes: some Collection<UInt8>) throws(FieldError) -> Int64 {
        guard let first = bytes.first else { throw .missing }
        let digits = first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
        guard !digits.isEmpty, digits.count <= 18, digits.allSatisfy({ (48...57).contains($0) }) else {
            throw FieldError("not_a_number", "A whole number is expected.")
        }
        let magnitude = digits.reduce(into: Int64(0)) { $0 = $0 * 10 + Int64($1 - 48) }
        return first == UInt8(ascii: "-") ? -magnitude : magnitude
    }
}
