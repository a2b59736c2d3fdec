/// A title that says that amounts are in thousands or millions of rupiah, such as `(dalam ribuan rupiah)` or `Rp 000`.
enum TitleUnit {
    private static let units: Set<String> = [
        "ribuan", "jutaan", "miliaran", "milyaran", "thousand", "thousands", "million", "millions",
    ]
    /// Beside one of these a unit is no name, as in PT Jutaan Makmur.
    private static let marks: Set<String> = ["dalam", "in", "of", "satuan", "rp", "idr", "rupiah"]

    /// The noughts that are left out, behind the currency or alone in brackets.
    private static var noughts: Regex<(Substring, Substring)> {
        #/(?i)(?:\b(?:rp|idr)|^\s*\()[\s.,']*(0{3}(?:[.,]?0{3})?)\b/#
    }

    /// The unit that the cells of a title row say; nil for whole rupiah.
    static func name(in cells: [String]) -> String? {
        for cell in cells {
            let words = cell.lowercased().split { !$0.isLetter }.map(String.init)
            let unit = words.indices.first { index in
                units.contains(words[index])
                    && (words.count == 1 || index > 0 && marks.contains(words[index - 1])
                        || index + 1 < words.count && marks.contains(words[index + 1]))
            }
            if let unit { return words[unit] }
            if let noughts = cell.firstMatch(of: noughts) { return String(noughts.1) }
        }
        return nil
    }
}
