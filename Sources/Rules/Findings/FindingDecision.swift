public import Postgres
public import Register

/// What a person has decided about a finding: an event, which a later decision may overrule and later runs may outdate.
///
/// Nothing of the finding changes; `audit.decision_holds` says how long a decision holds.
public struct FindingDecision: Sendable {
    /// What was decided.
    public let verdict: FindingVerdict
    /// On which day.
    public let day: CalendarDate
    /// By whom.
    public let decidedBy: String
    /// Why.
    public let reason: String
    /// True while it holds.
    public let holds: Bool

    /// Records one decision about several findings: all or nothing, with an entry of the journal for each.
    ///
    /// - Parameters:
    ///   - verdict: what was decided.
    ///   - codes: numbers of findings, such as `F-000123`.
    ///   - office: the office whose findings they are.
    ///   - reason: why, for the record.
    ///   - dryRun: checks, changes nothing.
    ///   - session: the session to work with.
    /// - Returns: the findings as printed, each once.
    /// - Throws: ``Fault`` with `findingUnknown`, `findingEnded` or `decisionRefused`; `PostgresError`.
    @discardableResult
    public static func record(
        _ verdict: FindingVerdict, _ codes: [String], office: Office, reason: String, dryRun: Bool = false,
        session: Session
    ) throws -> [String] {
        try session.transaction { session in
            // Letters that are being issued wait, or are drafted again.
            try session.execute("select pg_advisory_xact_lock(hashtext('patuh.decision'), \(office.id))")
            // What stands now is what is decided about; a run that ends meanwhile is a later one.
            let run: Int? = try session.valueIfPresent("select audit.last_run(\(office.id)::smallint)")
            var findings: [Finding] = []
            for code in codes {
                let finding = try Finding(code, office, run: run, session)
                try finding.require(verdict)
                if !findings.contains(where: { $0.number == finding.number }) { findings.append(finding) }
            }
            if !dryRun {
                for finding in findings {
                    try finding.store(verdict, office, run: run, reason: reason, session)
                }
            }
            return findings.map(\.code)
        }
    }

    /// All decisions about a finding, the oldest first.
    static func all(of number: Int64, office: Office, _ session: Session) throws -> [FindingDecision] {
        try session.rows(
            """
            select decision, decided_at::date as day, decided_by, reason, holds
            from audit.decisions_on(\(number)::bigint, audit.last_run(\(office.id)::smallint))
            order by decision_id
            """
        ).compactMap { row in
            guard let verdict = FindingVerdict(rawValue: try row.get("decision")) else { return nil }
            return FindingDecision(
                verdict: verdict, day: try row.get("day"), decidedBy: try row.get("decided_by"),
                reason: try row.get("reason"), holds: try row.get("holds"))
        }
    }
}

/// A finding that is to be decided about.
private struct Finding {
    let number: Int64
    let code: String
    private let business: Int
    private let isOpen: Bool
    /// The decision that stands.
    private let standing: FindingVerdict?

    init(_ name: String, _ office: Office, run: Int?, _ session: Session) throws {
        guard let number = FindingCode.number(name),
            let row = try session.rowIfPresent(
                """
                select f.business_id, audit.finding_code(f.finding_id) as code,
                    audit.is_open(f.business_id, f.finding_id, \(run)::bigint) as is_open,
                    (select d.decision from audit.decisions_on(f.finding_id, \(run)::bigint) as d where d.holds) as decision
                from audit.finding as f
                where f.finding_id = \(number) and f.office_id = \(office.id) and f.first_run <= \(run)::bigint
                """)
        else {
            throw Fault(
                .findingUnknown, "Office \(office.code) has no finding \(name).",
                hint: "See them with: patuh finding list")
        }
        self.number = number
        code = try row.get("code")
        business = try row.get("business_id")
        isOpen = try row.get("is_open")
        standing = try row.getIfPresent("decision", as: String.self).flatMap(FindingVerdict.init)
    }

    /// Refuses what cannot be decided about the finding as it stands.
    func require(_ verdict: FindingVerdict) throws {
        guard isOpen else {
            throw Fault(
                .findingEnded, "The finding \(code) is not open: the newest audit no longer found it.",
                hint: "What it said last, and what was decided: patuh audit explain \(code)")
        }
        guard standing != verdict else {
            throw Fault(
                .decisionRefused, "That is what was decided about \(code) already.",
                hint: "See who did and why: patuh audit explain \(code)")
        }
        guard verdict != .upheld || standing != nil else {
            throw Fault(
                .decisionRefused, "No decision about \(code) is in force that could be overruled: the finding stands.",
                hint: "See what has been decided: patuh audit explain \(code)")
        }
    }

    func store(_ verdict: FindingVerdict, _ office: Office, run: Int?, reason: String, _ session: Session) throws {
        try session.execute(
            """
            insert into audit.finding_decision (business_id, finding_id, run_id, office_id, decision, decided_by, reason)
            values (\(business), \(number), \(run), \(office.id), \(verdict.rawValue), journal.actor(), \(reason))
            """)
        try session.execute(
            """
            select journal.record(
                \(office.id)::smallint, 'finding.decide', 'finding ' || \(code)::text, \(reason),
                jsonb_build_object('decision', \(verdict.rawValue)::text))
            """)
    }
}
