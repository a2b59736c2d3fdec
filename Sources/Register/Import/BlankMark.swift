/// What stands in cells for nothing: a dash, and in columns of days the days that systems write for none.
enum BlankMark {
    /// Noughts, and the last day that systems know, in each order.
    private static let days: Set<String> = ["00000000", "31129999", "12319999", "99991231"]

    /// True for a value that says that there is none.
    static func isOne(_ value: ArraySlice<UInt8>, in type: ImportLayout.Column.Kind) -> Bool {
        guard let first = value.first, value.count <= 10 else { return false }
        if first == UInt8(ascii: "-") { return value.allSatisfy { $0 == first } }
        // The longer dashes of word processors.
        if first == 0xE2 { return value.elementsEqual([0xE2, 0x80, 0x93]) || value.elementsEqual([0xE2, 0x80, 0x94]) }
        // Most days are passed over without making a text of them.
        guard type == .date, value.count >= 8,
            value.allSatisfy({ !(49...57).contains($0) }) || value.count { $0 == 57 } > 3
        else { return false }
        return days.contains(String(decoding: value.filter { (48...57).contains($0) }, as: UTF8.self))
    }
}
