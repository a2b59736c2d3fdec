public import Postgres

/// Which letters to issue.
public struct LetterRequest: Sendable {
    /// What the letters are about.
    public enum Subject: Sendable {
        /// The visits of a month's plan: a summons or a field notice each.
        case visits(month: CalendarDate)
        /// First warnings: to the named businesses, or to all that may be warned.
        case firstWarnings(businesses: [String])
    }

    /// What the letters are about.
    public var subject: Subject
    /// Date on the letters.
    public var date: CalendarDate
    /// The office; nil for the only branch.
    public var office: String?

    /// Makes a request.
    public init(_ subject: Subject, date: CalendarDate, office: String? = nil) {
        self.subject = subject
        self.date = date
        self.office = office
    }
}
