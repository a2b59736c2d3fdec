public import Postgres

/// What a user asks of a plan.
public struct PlanRequest: Sendable {
    /// First day of the month to plan.
    public var month: CalendarDate
    /// Date of the plan; the lead time of the summons runs from it.
    public var madeOn: CalendarDate
    /// The BPJS branch that plans; nil for the only one.
    public var office: String?
    /// Computes the plan and stores nothing.
    public var dryRun: Bool

    /// Makes a request.
    public init(month: CalendarDate, madeOn: CalendarDate, office: String? = nil, dryRun: Bool = false) {
        self.month = month
        self.madeOn = madeOn
        self.office = office
        self.dryRun = dryRun
    }
}
