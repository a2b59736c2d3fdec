/// Numbers in Indonesian words, as letters carry them beside an amount.
public enum Terbilang {
    /// The number in words: 3.205.220 is "tiga juta dua ratus lima ribu dua ratus dua puluh".
    ///
    /// - Parameter number: any whole number; a negative one begins with "minus".
    /// - Returns: the words.
    public static func words(_ number: Int64) -> String {
        guard number != 0 else { return units[0] }
        let text = words(magnitude: number.magnitude).joined(separator: " ")
        return number < 0 ? "minus " + text : text
    }

    private static let units = [
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
    ]

    private static let scales: [(value: UInt64, name: String)] = [
        (1_000_000_000_000_000_000, "kuintiliun"),
        (1_000_000_000_000_000, "kuadriliun"),
        (1_000_000_000_000, "triliun"),
        (1_000_000_000, "miliar"),
        (1_000_000, "juta"),
    ]

    private static func words(magnitude: UInt64) -> [String] {
        if let scale = scales.first(where: { magnitude >= $0.value }) {
            return words(magnitude: magnitude / scale.value) + [scale.name] + rest(magnitude % scale.value)
        }
        switch magnitude {
        case 0..<12: return [units[Int(magnitude)]]
        case 12..<20: return [units[Int(magnitude - 10)], "belas"]
        case 20..<100: return [units[Int(magnitude / 10)], "puluh"] + rest(magnitude % 10)
        case 100..<200: return ["seratus"] + rest(magnitude - 100)
        case 200..<1_000: return [units[Int(magnitude / 100)], "ratus"] + rest(magnitude % 100)
        case 1_000..<2_000: return ["seribu"] + rest(magnitude - 1_000)
        default: return words(magnitude: magnitude / 1_000) + ["ribu"] + rest(magnitude % 1_000)
        }
    }

    private static func rest(_ magnitude: UInt64) -> [String] {
        magnitude == 0 ? [] : words(magnitude: magnitude)
    }
}
