public import Postgres
public import Register

/// What a report is about.
///
/// Reports read it back through `report.office()` and its siblings.
public struct ReportScope: Sendable {
    /// The office.
    public var office: Office
    /// The audit run; nil for the newest one.
    public var run: Int?
    /// The business; nil for all.
    public var business: Int?
    /// The rule; nil for all.
    public var rule: String?
    /// The month, for plans.
    public var month: CalendarDate?

    /// Makes a scope.
    public init(office: Office, run: Int? = nil, business: Int? = nil, rule: String? = nil, month: CalendarDate? = nil)
    {
        self.office = office
        self.run = run
        self.business = business
        self.rule = rule
        self.month = month
    }

    /// Tells the session; without a run the office's newest is taken, if there is one.
    func apply(to session: Session, language: Language) throws {
        let newest: Int? = try session.valueIfPresent("select audit.last_run(\(office.id)::smallint)")
        let settings: [(String, String)] = [
            ("office", String(office.id)),
            ("run", (run ?? newest).map(String.init) ?? ""),
            ("business", business.map(String.init) ?? ""),
            ("rule", rule ?? ""),
            ("month", month?.description ?? ""),
            ("language", language.rawValue),
        ]
        for (name, value) in settings {
            try session.execute("select set_config('patuh.' || \(name), \(value), false)")
        }
    }
}
