import Postgres

/// The dates that the title rows of a file name, and the one among them that the file speaks of.
///
/// A day behind "per", "posisi", "keadaan", "s.d." and the like counts before any other. Days of printing, of
/// registration and of contracts do not count. A month alone stands for its first day.
struct TitleDates {
    private struct Mention {
        let date: CalendarDate
        let isMonth: Bool
        let isExplicit: Bool
    }

    /// Words that say that the data are of the day behind them.
    private static let explicit: Set<String> = [
        "per", "posisi", "keadaan", "kondisi", "sd", "sampai", "hingga", "as", "until",
    ]
    /// Words before a month in digits: without them 10/2026 may be the number of a letter.
    private static let monthly: Set<String> = ["bulan", "periode", "masa", "blth", "month", "period", "per"]
    /// Beginnings of words that say that a date is of something else.
    private static let foreign = [
        "cetak", "dicetak", "print", "unduh", "diunduh", "download", "registrasi", "berlaku", "pks", "kontrak", "tempo",
        "lahir", "berdiri", "terbit", "peraturan", "undang", "export", "ekspor", "diekspor", "generated", "created",
        "dibuat",
        "update", "diupdate", "diperbarui", "revisi", "keputusan", "gubernur", "umk", "ump", "umr", "jl", "jln",
        "jalan",
        "gedung",
    ]

    /// The first day of JKN: no list speaks of one before it, but names of streets do.
    private static let earliest = CalendarDate(year: 2014, month: 1, day: 1) ?? .latest

    private var mentions: [Mention] = []

    /// Takes the cells of one title row, such as "Data per 31 Oktober 2026"; a label may stand in the cell before.
    mutating func take(_ cells: [String]) {
        var label = ""
        for cell in cells where !cell.allSatisfy(\.isWhitespace) {
            let found = Self.mentions(in: Self.words(label + " " + cell), from: Self.words(label).count)
            mentions += found
            label = found.isEmpty ? cell : ""
        }
    }

    /// The date that the file speaks of; nil when no title names one.
    ///
    /// - Parameter file: the name of the file, for the error.
    /// - Returns: the day, or the first of the month where only a month is named.
    /// - Throws: ``Fault`` with `dateOfFileMissing` when titles name different dates.
    func date(of file: String) throws -> CalendarDate? {
        let marked = mentions.filter(\.isExplicit)
        let candidates = marked.isEmpty ? mentions : marked
        // A month and a day in it are one date.
        let days = Set(candidates.filter { !$0.isMonth }.map(\.date))
        let months = Set(candidates.map(\.date.firstOfMonth))
        guard days.count <= 1, months.count <= 1 else {
            let named = Set(candidates.map(\.date)).sorted().map(String.init(describing:)).joined(separator: ", ")
            throw Fault(
                .dateOfFileMissing, "The titles of \(file) name several dates: \(named).",
                hint: "Give the one that it speaks of: --as-of YYYY-MM-DD")
        }
        return days.first ?? months.first
    }

    private static func words(_ text: String) -> [String] {
        text.split { $0.isWhitespace || ":()".contains($0) }.map(String.init)
    }

    /// The dates in a text, from a word on.
    private static func mentions(in words: [String], from start: Int) -> [Mention] {
        let plain = words.map { $0.lowercased().filter(\.isLetter) }
        guard !plain.contains(where: { word in foreign.contains(where: word.hasPrefix) }) else { return [] }
        var mentions: [Mention] = []
        var index = start
        while index < words.count {
            let before = plain[max(0, index - 3)..<index]
            if let (date, isMonth, length) = date(words, at: index, isMonthly: before.contains(where: monthly.contains))
            {
                if date >= earliest {
                    mentions.append(
                        Mention(date: date, isMonth: isMonth, isExplicit: before.contains(where: explicit.contains)))
                }
                index += length
            } else {
                index += 1
            }
        }
        return mentions
    }

    /// A day in three words or in one, or a month in two or in one.
    private static func date(
        _ words: [String], at index: Int, isMonthly: Bool
    ) -> (date: CalendarDate, isMonth: Bool, length: Int)? {
        for length in [3, 2, 1] where index + length <= words.count {
            let part = words[index..<(index + length)].joined(separator: " ")
            // A number alone is no date, whatever its digits.
            guard part.contains(where: { $0.isLetter || "-/.".contains($0) }) else { continue }
            if length != 2, let date = try? DateOrder.dayMonthYear.parse(Array(part.utf8)) {
                return (date, false, length)
            }
            if length < 3, isMonthly || part.contains(where: \.isLetter),
                let month = try? MonthValue.parse(Array(part.utf8))
            {
                return (month, true, length)
            }
        }
        return nil
    }
}
