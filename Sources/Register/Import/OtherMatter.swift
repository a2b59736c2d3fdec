/// Words of a title, or of the name of a part of a list, by which the rows below are not what the file is imported as:
/// those who have left are no work force, a bonus is no wage of a month.
enum OtherMatter {
    private static let left: Set<String> = [
        "keluar", "resign", "resigned", "berhenti", "diberhentikan", "phk", "pensiun", "pensiunan", "nonaktif",
        "dinonaktifkan", "meninggal", "mengundurkan",
    ]
    /// Denied, these are words of leaving as well.
    private static let present: Set<String> = ["aktif", "bekerja"]
    private static let denials: Set<String> = ["tidak", "non"]
    private static let learners: Set<String> = ["magang", "pelamar"]
    private static let extras: Set<String> = ["thr", "rapel", "bonus", "pesangon"]
    private static let undone: Set<String> = ["batal", "dibatalkan", "gagal", "reversal", "refund"]
    /// Whose leaving a title speaks of.
    private static let people: Set<String> = [
        "karyawan", "pegawai", "pekerja", "tenaga", "peserta", "buruh", "staf", "usaha", "perusahaan",
    ]
    /// A fund of pensions is an employer, and a pension a benefit.
    private static let pensions: Set<String> = ["dana", "jaminan", "iuran", "program"]
    /// Columns by which rows say for themselves who has left.
    private static let tellings: Set<String> = [
        "mutation", "left_on", "status", "valid_to", "closed_on", "mutation_reason",
    ]
    /// Columns that may do so, as for a list of those who are there and of others.
    private static let statuses: Set<String> = ["employment_status", "activity"]

    /// The word by which a text says so.
    ///
    /// - Parameters:
    ///   - text: a title, the name of a sheet or a row that stands alone among others.
    ///   - layout: how the rows are read.
    ///   - isPart: true for a row within the list, which needs not say of whom it speaks.
    /// - Returns: the word; nil for none.
    static func word(in text: String, of layout: ImportLayout, isPart: Bool) -> String? {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        guard let kind = ImportKind(rawValue: layout.kind) else { return nil }
        switch kind {
        case .payments: return words.first(where: undone.contains)
        case .workers, .bpjstkWages, .jknMembers, .jknBusinesses:
            let isOfPeople = isPart || words.count == 1 || !people.isDisjoint(with: words)
            if isOfPeople, !tells(layout, words), let word = leaving(words) {
                return word
            }
            guard kind == .workers else { return nil }
            if let word = words.first(where: learners.contains) { return word }
            // Wages and a bonus may stand side by side.
            return words.contains("dan") ? nil : words.first(where: extras.contains)
        default: return nil
        }
    }

    private static func tells(_ layout: ImportLayout, _ words: [String]) -> Bool {
        let columns = layout.columns.map(\.to)
        let isOfBoth = zip([""] + words, words).contains { present.contains($1) && !denials.contains($0) }
        return layout.constants?["mutation"] != nil || !tellings.isDisjoint(with: columns)
            || isOfBoth && !statuses.isDisjoint(with: columns)
    }

    private static func leaving(_ words: [String]) -> String? {
        zip([""] + words, words).first { before, word in
            left.contains(word) && !pensions.contains(before) || present.contains(word) && denials.contains(before)
        }?.1
    }
}
