import Rules

/// Kinds of letters that Patuh prints.
public enum LetterKind: String, Sendable, CaseIterable {
    /// Surat Panggilan Pemeriksaan Kantor: the employer is called to the branch.
    case summons = "SPPK"
    /// Surat Pemberitahuan Pemeriksaan Lapangan: examiners come to the employer.
    case fieldNotice = "SPPL"
    /// Teguran Tertulis Pertama: first written warning, for duties to register and to give correct data (PP 86/2013).
    case firstWarning = "TEGURAN-1"

    /// The template under `Reports`.
    var template: String { "letters/\(rawValue.lowercased()).typ" }

    /// The subject line (Hal).
    var subject: String {
        switch self {
        case .summons: "Panggilan Pemeriksaan"
        case .fieldNotice: "Pemberitahuan Pemeriksaan Lapangan"
        case .firstWarning: "Teguran Tertulis Pertama"
        }
    }

    /// The path whose sanction the letter threatens, and whose findings alone it rests on.
    ///
    /// Nil for letters that threaten none.
    var sanctionPath: RuleHeader.Path? {
        self == .firstWarning ? .administrative : nil
    }

    /// The security classification (Sifat).
    var classification: String {
        self == .summons ? "Biasa" : "Rahasia"
    }
}
