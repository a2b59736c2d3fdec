public import Postgres
public import Register

/// A run as it is on record: what it looked at, and with which law.
public struct StoredRun: Sendable {
    /// Its number.
    public let run: Int
    /// The legal date.
    public let asOf: CalendarDate
    /// What had been imported and decided by then was seen, in PostgreSQL's own words.
    public let knownAt: String
    /// Hash of its rules.
    let ruleSet: String
    /// Hash of parameters, reference data and functions.
    let law: String
    /// Version of the tool.
    let tool: String
    private let office: Office

    /// Finds a run of an office.
    ///
    /// - Parameters:
    ///   - run: its number; nil for the newest.
    ///   - office: the office.
    ///   - session: the session to read with.
    /// - Throws: ``Fault`` with `auditMissing` or `runUnknown`; `PostgresError`.
    public init(_ run: Int?, of office: Office, _ session: Session) throws {
        let newest: Int? = try session.valueIfPresent("select audit.last_run(\(office.id)::smallint)")
        guard let newest else {
            throw Fault(
                .auditMissing, "Office \(office.code) has no audit run yet.",
                hint: "Run: patuh audit run --as-of YYYY-MM-DD")
        }
        guard
            let row = try session.rowIfPresent(
                """
                select run_id, as_of, known_at::text as known_at, rule_set_sha256, parameters_sha256, tool_version
                from audit.run where run_id = \(run ?? newest) and office_id = \(office.id)::smallint
                """)
        else {
            throw Fault(
                .runUnknown, "Office \(office.code) has no audit run \(run ?? newest).",
                hint: "The newest is run \(newest); patuh audit list shows all.")
        }
        self.run = try row.get("run_id")
        asOf = try row.get("as_of")
        knownAt = try row.get("known_at")
        ruleSet = try row.get("rule_set_sha256")
        law = try row.get("parameters_sha256")
        tool = try row.get("tool_version")
        self.office = office
    }

    /// The knowledge of the run, and its date unless another one is asked for, to judge as it did; nothing of it is stored.
    func again(businesses: [Int], asOf day: CalendarDate? = nil) -> AuditRequest {
        var request = AuditRequest(
            asOf: day ?? asOf, knownAt: knownAt, office: office.code, dryRun: true, everybody: true)
        request.businesses = businesses
        return request
    }
}
