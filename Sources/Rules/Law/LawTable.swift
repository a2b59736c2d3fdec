/// A file of `SQL/parameters`.
public enum LawTable: String, Sendable, CaseIterable {
    /// Articles of law.
    case citations
    /// The law's figures.
    case parameters
    /// Periods within which something must be done.
    case deadlines
    /// What an office chooses where the law is silent.
    case settings

    /// What one row of it is.
    public var noun: String {
        switch self {
        case .citations: "article"
        case .parameters: "parameter"
        case .deadlines: "deadline"
        case .settings: "setting"
        }
    }

    /// True when its rows hold for some days only.
    var isDated: Bool { self != .citations }

    /// True when its rows rest on an article.
    var cites: Bool { self == .parameters || self == .deadlines }

    /// The column that names a row.
    var key: String { self == .citations ? "code" : "name" }

    /// Columns that must not be empty, dates and citation aside.
    var required: [String] {
        switch self {
        case .citations: ["instrument", "article", "summary", "summary_en"]
        case .parameters: ["unit"]
        case .deadlines: ["unit", "starts"]
        case .settings: ["note"]
        }
    }

    /// The column that must be a whole number.
    var number: String? {
        switch self {
        case .citations: nil
        case .parameters, .settings: "value"
        case .deadlines: "days"
        }
    }

    /// How sure one can be of a row; an office's choice is sure by being chosen.
    var confidences: [String] {
        ["verified", "verified-2nd", "inferred", "memory", "unknown"] + (self == .settings ? ["choice"] : [])
    }
}
