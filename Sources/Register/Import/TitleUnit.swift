/// A title that says that amounts are in thousands or millions of rupiah, such as `(dalam ribuan rupiah)` or `Rp 000`, or
/// in another currency.
enum TitleUnit {
    private static let units: Set<String> = [
        "ribuan", "jutaan", "miliaran", "milyaran", "thousand", "thousands", "million", "millions",
        "usd", "sgd", "myr", "eur", "jpy", "cny", "aud",
    ]
    /// Beside one of these a unit is no name, as in PT Jutaan Makmur.
    private static let marks: Set<String> = ["dalam", "in", "of", "satuan", "uang", "currency", "rp", "idr", "rupiah"]
    /// With a number before them they are an amount, so that they count behind one word only.
    private static let bare: Set<String> = ["ribu", "juta"]

    /// The noughts that are left out, behind the currency or alone in brackets, or by which amounts are to be multiplied.
    private static var noughts: [Regex<(Substring, Substring)>] {
        [
            #/(?i)(?:\b(?:rp|idr)|^\s*\()[\s.,']*(0{3}(?:[.,]?0{3})?)\b/#,
            #/(?i)\b(?:x|dalam)\s*(?:rp|idr)?[\s.]*(1[.,]?0{3}(?:[.,]?0{3})?)\b/#,
        ]
    }

    /// The unit that the cells of a title row say; nil for whole rupiah.
    static func name(in cells: [String]) -> String? {
        for cell in cells {
            let words = cell.lowercased().split { !$0.isLetter }.map(String.init)
            let unit = words.indices.first { index in
                let before = index > 0 ? words[index - 1] : ""
                let after = index + 1 < words.count ? words[index + 1] : ""
                return units.contains(words[index])
                    && (words.count == 1 || marks.contains(before) || marks.contains(after))
                    || bare.contains(words[index]) && before == "dalam"
            }
            if let unit { return words[unit] }
            if let found = noughts.lazy.compactMap({ cell.firstMatch(of: $0) }).first { return String(found.1) }
        }
        return nil
    }
}
