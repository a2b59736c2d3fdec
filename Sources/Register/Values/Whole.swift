/// Whole numbers such as headcounts, also in groups of three and with the word for people behind.
///
/// `1.250 orang` is read. Thousands alone, as in `2.000`, are refused: programs write two with three decimals so. So are
/// groups from a nought on, as in `0.500`, and noughts alone, which a comma has torn off a number.
enum Whole {
    /// The number, at most 18 digits; number cells have no groups, and 1.125 is a fraction there.
    static func parse(_ bytes: some Collection<UInt8>, isCell: Bool = false) throws(FieldError) -> Int64 {
        if bytes.isEmpty { throw .missing }
        if let number = plain(bytes) { return number }
        guard let number = plain(isCell ? [] : ungrouped(bytes)) else {
            throw FieldError("not_a_number", "A whole number is expected.")
        }
        return number
    }

    private static let people = ["orang", "org", "pekerja", "karyawan"]

    /// The digits without the word for people and the marks between groups of three; nothing where they are no such groups.
    private static func ungrouped(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let words = bytes.split(separator: UInt8(ascii: " "))
        guard let digits = words.first,
            words.count == 1
                || words.count == 2 && people.contains(String(decoding: words[1], as: UTF8.self).lowercased())
        else { return [] }
        for mark in [UInt8(ascii: "."), UInt8(ascii: ",")] where digits.contains(mark) {
            let groups = digits.split(separator: mark, omittingEmptySubsequences: false)
            guard (1...3).contains(groups[0].count), groups[0].first != 48,
                groups.dropFirst().allSatisfy({ $0.count == 3 }),
                groups.count > 2 || !groups[1].allSatisfy({ $0 == 48 })
            else { return [] }
            return Array(groups.joined())
        }
        return Array(digits)
    }

    private static func plain(_ bytes: some Collection<UInt8>) -> Int64? {
        guard let first = bytes.first else { return nil }
        let digits = first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
        guard !digits.isEmpty, digits.count <= 18, digits.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        let magnitude = digits.reduce(into: Int64(0)) { $0 = $0 * 10 + Int64($1 - 48) }
        guard magnitude > 0 || digits.count == 1 else { return nil }
        return first == UInt8(ascii: "-") ? -magnitude : magnitude
    }
}
