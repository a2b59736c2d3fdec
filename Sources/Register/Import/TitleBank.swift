/// The bank that a title of a statement names, such as `BANK KALBAR - REKENING KORAN`.
///
/// Banks share the headings of their statements, so those do not tell whose it is.
enum TitleBank {
    /// Banks that are called by their letters.
    private static let letters: Set<String> = ["BCA", "BNI", "BRI", "BSI", "BTN", "BJB"]
    private static let short = [
        "central asia": "BCA", "negara indonesia": "BNI", "rakyat indonesia": "BRI", "syariah indonesia": "BSI",
        "tabungan negara": "BTN", "jawa timur": "Jatim", "kalimantan barat": "Kalbar", "kalimantan tengah": "Kalteng",
        "kalimantan selatan": "Kalsel",
    ]
    /// Words behind "bank" that are no part of its name.
    private static let others: Set<String> = [
        "account", "bpjs", "cabang", "kantor", "kc", "kcp", "kcu", "laporan", "mitra", "mutasi", "no", "nomor",
        "operasional", "penerima", "periode", "persepsi", "persero", "rekening", "statement", "tbk", "transaksi",
        "unit",
    ]
    /// No bank has more words in its name.
    private static let mostWords = 3

    /// The bank that the cells of a title row name; a label may stand in the cell before.
    static func name(in cells: [String]) -> String? {
        let title = cells.filter { !$0.allSatisfy(\.isWhitespace) }
            .reduce("") { $0 + (isLabel($0) ? " " : "-") + $1 }
        for phrase in title.split(whereSeparator: { !$0.isLetter && !$0.isWhitespace && !".:".contains($0) }) {
            let words = phrase.split { !$0.isLetter }.map(String.init)
            let plain = words.map { $0.lowercased() }
            guard let bank = plain.firstIndex(of: "bank") else {
                if let only = words.first(where: letters.contains) { return only }
                continue
            }
            let name = plain[(bank + 1)...].drop { ["bank", "pembangunan", "daerah"].contains($0) }
                .prefix { !others.contains($0) }.prefix(mostWords).joined(separator: " ")
            if !name.isEmpty { return called(short[name] ?? name) }
        }
        return nil
    }

    private static func isLabel(_ cell: String) -> Bool {
        cell.lowercased().split { !$0.isLetter }.last == "bank"
    }

    private static func called(_ name: String) -> String {
        if letters.contains(name.uppercased()) { return name.uppercased() }
        let words = name.split(separator: " ").map { word in
            // Three letters are an abbreviation, as in Bank DKI.
            let capitals = word.count < 4 ? 3 : 1
            return word.prefix(capitals).uppercased() + word.dropFirst(capitals)
        }
        return "Bank " + words.joined(separator: " ")
    }
}
