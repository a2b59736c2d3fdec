/// A language that people read Patuh in.
public enum Language: String, Sendable, CaseIterable {
    /// Indonesian, the default.
    case indonesian = "id"
    /// English.
    case english = "en"

    var dates: DateNames {
        switch self {
        case .indonesian: IndonesianDate.names
        case .english: EnglishDate.names
        }
    }

    var decimalSeparator: Character {
        self == .indonesian ? "," : "."
    }

    /// An ISO date in full words of this language, or the text itself when it is no date.
    public func longDate(iso: String) -> String {
        guard let date = ISODate(iso) else { return iso }
        return dates.long(year: date.year, month: date.month, day: date.day)
    }
}
