/// What people write where they have no number: words, noughts, or digits that count up or repeat.
///
/// As numbers they would make one employer of all that have none.
enum NoNumber {
    /// Fewer digits may well go on by one step.
    private static let leastDigits = 8

    /// True for `belum ada`, `0`, `99.999.999.9-999.999` and `12345678`.
    static func isOne(_ value: ArraySlice<UInt8>) -> Bool {
        isOne(digits(value)) && !(value.contains(where: isLetter) && value.contains { (49...57).contains($0) })
    }

    /// True also for an NPWP whose taxpayer is no number, as in `00.000.000.0-701.000`.
    static func isNPWP(_ value: ArraySlice<UInt8>) -> Bool {
        let all = digits(value)
        // 16 digits and more have a nought before the nine of the taxpayer, unless they are a NIK.
        let isLong = all.count > 15 && all.first == UInt8(ascii: "0")
        return isOne(value) || all.count >= 15 && isOne(all.dropFirst(isLong ? 1 : 0).prefix(9))
    }

    /// True where no digit but 0 stands, or each digit is as far from the one before as the next, as 9 and 0 are.
    private static func isOne(_ digits: some Collection<UInt8>) -> Bool {
        var count = 0
        var last: UInt8 = 0
        var step: UInt8?
        var areNoughts = true
        for digit in digits {
            areNoughts = areNoughts && digit == UInt8(ascii: "0")
            let next = (digit + 10 - last) % 10
            if count > 1, step != next, !areNoughts { return false }
            if count > 0 { step = next }
            last = digit
            count += 1
        }
        return areNoughts || count >= leastDigits
    }

    private static func digits(_ value: ArraySlice<UInt8>) -> LazyFilterSequence<ArraySlice<UInt8>> {
        value.lazy.filter { (48...57).contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xDF) }
}
