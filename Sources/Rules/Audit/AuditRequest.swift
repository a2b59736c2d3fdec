public import Postgres

/// What a user asks of an audit.
public struct AuditRequest: Sendable {
    /// The legal date: facts and law as of this day.
    public var asOf: CalendarDate
    /// Office to audit; nil for the only BPJS branch.
    public var office: String?
    /// Computes everything and stores nothing.
    public var dryRun: Bool

    /// Makes a request.
    public init(asOf: CalendarDate, office: String? = nil, dryRun: Bool = false) {
        self.asOf = asOf
        self.office = office
        self.dryRun = dryRun
    }
}
