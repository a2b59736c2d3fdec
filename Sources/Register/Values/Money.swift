/// Amounts in whole rupiah, in the spellings of Indonesian files: `1500000`, `1.500.000,00`, `Rp1.500.000,-`, `1,5jt`.
enum Money {
    private static let dot = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")
    /// Blanks, and the two bytes of the blank that does not break, which spreadsheets put behind Rp.
    private static let blanks: Set<UInt8> = [UInt8(ascii: " "), 0xC2, 0xA0]
    private static let multiples: [(suffix: String, factor: Int64)] = [
        ("miliar", 1_000_000_000), ("milyar", 1_000_000_000), ("juta", 1_000_000), ("jt", 1_000_000), ("ribu", 1_000),
        ("rb", 1_000),
    ]

    /// The amount; cents other than zero are refused, unless they are to be rounded.
    static func parse(_ bytes: some Collection<UInt8>, rounded: Bool = false) throws(FieldError) -> Int64 {
        // Most files have nothing but digits.
        if (1...15).contains(bytes.count), bytes.allSatisfy({ (48...57).contains($0) }) { return number(bytes) }
        var text = bytes.filter { !blanks.contains($0) }.map(lowercase)
        for currency in ["rp", "idr"] where text.starts(with: currency.utf8) {
            text.removeFirst(currency.utf8.count)
            if text.first == dot { text.removeFirst() }
        }
        for end in [",-", ".-", ",--", ",=", ",\u{2013}", ".\u{2013}"] where text.ends(with: end) {
            text.removeLast(end.utf8.count)
            break
        }
        guard !text.isEmpty else { throw .missing }
        for (suffix, factor) in multiples where text.count > suffix.utf8.count && text.ends(with: suffix) {
            return try multiple(text.dropLast(suffix.utf8.count), of: factor)
        }
        guard text.first != UInt8(ascii: "-"), text.first != UInt8(ascii: "(") else {
            throw FieldError("negative_amount", "The amount is negative; one that was paid or earned is expected.")
        }
        var (whole, cents) = try split(text)
        guard rounded || cents.allSatisfy({ $0 == 48 }) else {
            throw FieldError("not_whole_rupiah", "Amounts are whole rupiah; cents were found.")
        }
        // Statements write nothing as .00
        if whole.isEmpty, !cents.isEmpty { whole = [48] }
        guard cents.allSatisfy({ (48...57).contains($0) }), !whole.isEmpty, whole.count <= 15,
            whole.allSatisfy({ (48...57).contains($0) })
        else {
            throw FieldError("not_an_amount", "An amount in rupiah is expected.")
        }
        return number(whole) + (cents.first.map { $0 >= UInt8(ascii: "5") ? 1 : 0 } ?? 0)
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

    private static func number(_ digits: some Sequence<UInt8>) -> Int64 {
        digits.reduce(into: 0) { $0 = $0 * 10 + Int64($1 - 48) }
    }

    /// 1,5 of a million; the separator before `jt` is always the decimal one.
    private static func multiple(_ text: ArraySlice<UInt8>, of factor: Int64) throws(FieldError) -> Int64 {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == dot || $0 == comma }
        guard (1...2).contains(parts.count), let whole = parts.first, (1...6).contains(whole.count),
            parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
        else {
            throw FieldError("not_an_amount", "An amount such as 1,5 juta is expected.")
        }
        guard parts.count == 2 else { return number(whole) * factor }
        // 1.500 juta is a milliard and a half to most and a million and a half to some.
        guard (1...2).contains(parts[1].count) else {
            throw FieldError("not_an_amount", "Thousands and decimals of the amount cannot be told apart.")
        }
        let hundredths = number(parts[1]) * (parts[1].count == 1 ? 10 : 1)
        return number(whole) * factor + hundredths * (factor / 100)
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

extension [UInt8] {
    fileprivate func ends(with suffix: String) -> Bool { self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }
}
