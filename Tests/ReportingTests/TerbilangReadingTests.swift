import Testing

@testable import Reporting

/// Reads words back into numbers, by rules of its own, over many numbers that no table could list.
@Suite struct TerbilangReadingTests {
    private static let digits = [
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    ]
    private static let scales: [Substring: Int64] = [
        "ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000, "triliun": 1_000_000_000_000,
        "kuadriliun": 1_000_000_000_000_000, "kuintiliun": 1_000_000_000_000_000_000,
    ]

    /// Nil when a word is not understood.
    private func number(_ words: String) -> Int64? {
        var total: Int64 = 0
        var group: Int64 = 0
        var digit: Int64 = 0
        for word in words.split(separator: " ") {
            switch word {
            case "sepuluh": group += 10
            case "sebelas": group += 11
            case "seratus": group += 100
            case "seribu": total += 1_000
            case "belas": (group, digit) = (group + 10 + digit, 0)
            case "puluh": (group, digit) = (group + 10 * digit, 0)
            case "ratus": (group, digit) = (group + 100 * digit, 0)
            default:
                if let scale = Self.scales[word] {
                    total += (group + digit) * scale
                    (group, digit) = (0, 0)
                } else if let value = Self.digits.firstIndex(of: String(word)) {
                    digit = Int64(value)
                } else {
                    return nil
                }
            }
        }
        return total + group + digit
    }

    @Test func everyNumberUpToTenThousand() {
        #expect((0...10_000).allSatisfy { number(Terbilang.words($0)) == $0 })
    }

    @Test func numbersOfEverySize() {
        var value: Int64 = 1
        while value < Int64.max / 7 {
            for near in [value - 1, value, value + 1, value + 11, value + 1_000] {
                #expect(number(Terbilang.words(near)) == near, "\(near)")
            }
            value = value * 7 / 2 + 1
        }
        #expect(number(Terbilang.words(.max)) == .max)
    }

    @Test func oneIsContractedBeforeHundredAndThousandOnly() {
        for value in stride(from: Int64(0), through: 3_000_000, by: 997) {
            let words = Terbilang.words(value)
            #expect(!words.contains("satu ratus") && !words.contains("satu puluh") && !words.contains("satu belas"))
            #expect(!words.hasPrefix("satu ribu") && !words.contains("juta satu ribu"))
        }
    }
}
