/// Amounts in whole rupiah, in the spellings of Indonesian files: `1500000`, `1.500.000,00`, `Rp1.500.000,-`, `1,5jt`.
enum Money {
    private static let dot = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")
    private static let blank = UInt8(ascii: " ")
    private static let nought = UInt8(ascii: "0")
    private static let dashes = ["-", "--", "\u{2013}", "\u{2014}"]
    private static let multiples: [(suffix: String, factor: Int64)] = [
        ("miliar", 1_000_000_000), ("milyar", 1_000_000_000), ("juta", 1_000_000), ("jt", 1_000_000), ("ribu", 1_000),
        ("rb", 1_000),
    ]

    /// The amount; cents other than zero are refused, unless they are to be rounded.
    static func parse(_ bytes: some Collection<UInt8>, rounded: Bool = false) throws(FieldError) -> Int64 {
        // Most files have nothing but digits.
        if (1...15).contains(bytes.count), bytes.first != nought || bytes.count == 1, areDigits(bytes) {
            return number(bytes)
        }
        var text = Blanks.plain(bytes).map(lowercase)[...]
        let hasCurrency = dropCurrency(&text)
        // Accounting formats show zero as Rp -.
        if hasCurrency, dashes.contains(where: { text.elementsEqual($0.utf8) }) { return 0 }
        for end in [",-", ".-", ",--", ",=", ",\u{2013}", ".\u{2013}"] where text.drop(end: end) { break }
        guard !text.isEmpty else { throw .missing }
        for (suffix, factor) in multiples where text.count > suffix.utf8.count && text.drop(end: suffix) {
            return try multiple(text, of: factor)
        }
        guard text.first != UInt8(ascii: "-"), text.first != UInt8(ascii: "(") else {
            throw FieldError("negative_amount", "The amount is negative; one that was paid or earned is expected.")
        }
        var (whole, cents) = try split(text)
        guard rounded || cents.allSatisfy({ $0 == nought }) else {
            throw FieldError("not_whole_rupiah", "Amounts are whole rupiah; cents were found.")
        }
        // Statements write nothing as .00
        if whole.isEmpty, !cents.isEmpty { whole = [nought] }
        guard areDigits(cents), (1...15).contains(whole.count), areDigits(whole) else {
            throw FieldError("not_an_amount", "An amount in rupiah is expected.")
        }
        guard !isPiece(whole) else {
            throw FieldError(
                "not_an_amount", "These are the last digits of an amount; put amounts with commas in quotation marks.")
        }
        return number(whole) + (cents.first.map { $0 >= UInt8(ascii: "5") ? 1 : 0 } ?? 0)
    }

    /// True for noughts, or for three digits from a nought on: a group of thousands, which a comma has torn off.
    private static func isPiece(_ whole: [UInt8]) -> Bool {
        whole.count > 1 && whole[0] == nought && (whole.count == 3 || whole.allSatisfy { $0 == nought })
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

    private static func areDigits(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy { (48...57).contains($0) } }

    private static func number(_ digits: some Sequence<UInt8>) -> Int64 {
        digits.reduce(into: 0) { $0 = $0 * 10 + Int64($1 - 48) }
    }

    /// Takes the currency away before and behind the amount; false when there is none.
    private static func dropCurrency(_ text: inout ArraySlice<UInt8>) -> Bool {
        let isBehind = ["rupiah", "idr", "rp"].contains { text.drop(end: $0) }
        guard let currency = ["rp", "idr"].first(where: { text.starts(with: $0.utf8) }) else { return isBehind }
        text.removeFirst(currency.utf8.count)
        if text.first == dot { text.removeFirst() }
        text = text.drop { $0 == blank }
        return true
    }

    /// 1,5 of a million; the separator before `jt` is always the decimal one.
    private static func multiple(_ text: ArraySlice<UInt8>, of factor: Int64) throws(FieldError) -> Int64 {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == dot || $0 == comma }
        guard (1...2).contains(parts.count), let whole = parts.first, (1...6).contains(whole.count),
            parts.allSatisfy(areDigits)
        else {
            throw FieldError("not_an_amount", "An amount such as 1,5 juta is expected.")
        }
        guard parts.count == 2 else { return number(whole) * factor }
        // 1.500 juta is a milliard and a half to most and a million and a half to some.
        guard (1...2).contains(parts[1].count) else { throw unclear }
        let hundredths = number(parts[1]) * (parts[1].count == 1 ? 10 : 1)
        return number(whole) * factor + hundredths * (factor / 100)
    }

    /// Digits before and after the decimal separator.
    ///
    /// One separator followed by three digits groups thousands, of which the first are no nought: 0.500 is a half.
    private static func split(_ text: ArraySlice<UInt8>) throws(FieldError) -> (whole: [UInt8], cents: [UInt8]) {
        let isMark: (UInt8) -> Bool = { $0 == dot || $0 == comma || $0 == blank }
        let marks = text.indices.filter { isMark(text[$0]) }
        guard let last = marks.last else { return (Array(text), []) }
        let tail = Array(text[(last + 1)...])
        let repeats = marks.dropLast().contains { text[$0] == text[last] }
        // The same sign for thousands and decimals, as in 1.500.00, leaves open which was meant.
        let isDecimal = text[last] != blank && !repeats && (tail.count <= 2 || (marks.count > 1 && tail.count != 3))
        let body = isDecimal ? text[..<last] : text
        let groups = body.split(omittingEmptySubsequences: false, whereSeparator: isMark)
        let isGrouped =
            groups.count == 1
            || groups[0].first != nought && (1...3).contains(groups[0].count)
                && groups.dropFirst().allSatisfy { $0.count == 3 }
        guard isGrouped, Set(body.filter(isMark)).count <= 1 else { throw unclear }
        return (groups.flatMap { $0 }, isDecimal ? tail : [])
    }

    private static var unclear: FieldError {
        FieldError("not_an_amount", "Thousands and decimals of the amount cannot be told apart.")
    }
}

extension ArraySlice<UInt8> {
    /// Takes an end away, and the blanks before it; false where the text does not end so.
    fileprivate mutating func drop(end: String) -> Bool {
        guard suffix(end.utf8.count).elementsEqual(end.utf8) else { return false }
        removeLast(end.utf8.count)
        while last == UInt8(ascii: " ") { removeLast() }
        return true
    }
}
