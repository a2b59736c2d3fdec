public import Postgres

/// What a user asks of an audit.
public struct AuditRequest: Sendable {
    /// The legal date: facts and law as of this day.
    public var asOf: CalendarDate
    /// Only what had been imported and decided by then counts, as PostgreSQL reads a moment, and
    /// nothing is stored; nil for now.
    public var knownAt: String?
    /// Office to audit; nil for the only BPJS branch.
    public var office: String?
    /// Computes everything and stores nothing.
    public var dryRun: Bool
    /// Judges every employer again, also those that nothing new speaks of.
    public var everybody: Bool
    /// Only these businesses of the register, and who shares workers with them; empty for all.
    ///
    /// Such a run is not stored.
    public var businesses: [Int] = []

    /// Makes a request.
    public init(
        asOf: CalendarDate, knownAt: String? = nil, office: String? = nil, dryRun: Bool = false, everybody: Bool = false
    ) {
        self.asOf = asOf
        self.knownAt = knownAt
        self.office = office
        self.dryRun = dryRun
        self.everybody = everybody
    }
}
