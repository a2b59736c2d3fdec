/// What a person decides about two records.
public enum MatchVerdict: String, Sendable {
    /// They are one employer, or one person.
    case same
    /// They are not.
    case different
}
