/// Amounts in whole rupiah, in the spellings of Indonesian files: `1500000`, `1.500.000,00`, `Rp1.500.000,-`.
enum Money {
    private static let dot = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")
    private static let dash = UInt8(ascii: "-")

    /// The amount; cents other than zero are refused.
    static func parse(_ bytes: some Collection<UInt8>) throws(FieldError) -> Int64 {
        var text = bytes.filter { $0 != UInt8(ascii: " ") }
        if text.starts(with: "Rp".utf8) || text.starts(with: "RP".utf8) || text.starts(with: "rp".utf8) {
            text.removeFirst(2)
            if text.first == dot { text.removeFirst() }
        }
        if text.suffix(2) == [comma, dash] || text.suffix(2) == [dot, dash] { text.removeLast(2) }
        guard !text.isEmpty else { throw .missing }
        let (whole, cents) = try split(text)
        guard cents.allSatisfy({ $0 == 48 }) else {
            throw FieldError("not_whole_rupiah", "Amounts are whole rupiah; cents were found.")
        }
        guard !whole.isEmpty, whole.count <= 15, whole.allSatisfy({ (48...57).contains($0) }) else {
            throw FieldError("not_an_amount", "An amount in rupiah is expected.")
        }
        return whole.reduce(into: Int64(0)) { $0 = $0 * 10 + Int64($1 - 48) }
    }

    /// Digits before and after the decimal separator.
    ///
    /// One separator followed by three digits groups thousands.
    private static func split(_ text: [UInt8]) throws(FieldError) -> (whole: [UInt8], cents: [UInt8]) {
        let separators = text.indices.filter { text[$0] == dot || text[$0] == comma }
        guard let last = separators.last else { return (text, []) }
        let tail = Array(text[(last + 1)...])
        let repeats = separators.dropLast().contains { text[$0] == text[last] }
        // The same sign for thousands and decimals, as in 1.500.00, leaves open which was meant.
        let isDecimal = !repeats && (tail.count <= 2 || (separators.count > 1 && tail.count != 3))
        let body = isDecimal ? Array(text[..<last]) : text
        let groups = body.split(omittingEmptySubsequences: false) { $0 == dot || $0 == comma }
        let grouped = groups.count == 1 || groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3
        guard grouped, Set(body.filter { $0 == dot || $0 == comma }).count <= 1 else {
            throw FieldError("not_an_amount", "Thousands and decimals of the amount cannot be told apart.")
        }
        return (groups.flatMap { $0 }, isDecimal ? tail : [])
    }
}
