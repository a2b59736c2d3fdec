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
    /// The standing decision that findings are limited to, `none` for those without one; nil for all.
    public var decision: String?
    /// The month, for plans.
    public var month: CalendarDate?
    /// The batch, for imports.
    public var batch: Int?
    /// Part of a name, or a number, that the report is limited to; nil for all.
    public var search: String?

    /// Makes a scope.
    public init(
        office: Office, run: Int? = nil, business: Int? = nil, rule: String? = nil, decision: String? = nil,
        month: CalendarDate? = nil, batch: Int? = nil, search: String? = nil
    ) {
        self.office = office
        self.run = run
        self.business = business
        self.rule = rule
        self.decision = decision
        self.month = month
        self.batch = batch
        self.search = search
    }

    /// A report on what the newest audit of an office found.
    ///
    /// Without an audit an empty list would read as "nothing is wrong", and with a misspelt rule too.
    ///
    /// - Throws: `Fault` with `auditMissing` or `ruleUnknown`.
    public static func audited(
        _ office: Office, business: Int? = nil, rule: String? = nil, decision: String? = nil, in session: Session
    ) throws -> ReportScope {
        guard let run: Int = try session.valueIfPresent("select audit.last_run(\(office.id)::smallint)") else {
            throw Fault(
                .auditMissing, "Office \(office.code) has no audit run yet.",
                hint: "Run: patuh audit run --as-of YYYY-MM-DD")
        }
        if let rule {
            let codes = try session.rows("select distinct code from audit.rule_version order by code")
                .map { try $0.get("code", as: String.self) }
            guard codes.contains(rule) else {
                throw Fault(
                    .ruleUnknown, "There is no rule \(rule).", hint: "The rules are: \(codes.joined(separator: ", ")).")
            }
        }
        return ReportScope(office: office, run: run, business: business, rule: rule, decision: decision)
    }

    /// Tells the session; without a run the office's newest is taken, if there is one.
    func apply(to session: Session, language: Language) throws {
        let newest: Int? = try session.valueIfPresent("select audit.last_run(\(office.id)::smallint)")
        let settings: [(String, String)] = [
            ("office", String(office.id)),
            ("run", (run ?? newest).map(String.init) ?? ""),
            ("business", business.map(String.init) ?? ""),
            ("rule", rule ?? ""),
            ("decision", decision ?? ""),
            ("month", month?.description ?? ""),
            ("batch", batch.map(String.init) ?? ""),
            ("search", search ?? ""),
            ("language", language.rawValue),
        ]
        for (name, value) in settings {
            try session.execute("select set_config('patuh.' || \(name), \(value), false)")
        }
    }
}
