import Postgres
import Register
import Rules
import TestSupport
import Testing

/// How long decisions hold: each line of `Tests/Scenarios/decisions/rule.csv` as rows of the audit's tables.
@Suite struct DecisionRuleTests {
    @Test(arguments: DecisionCase.all("rule.csv"))
    func aDecisionHoldsAsLongAsTheTableSays(_ line: DecisionCase) async throws {
        let standing = try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                var history = try History(isOnWorker: line.about == "worker", session)
                for step in line.steps { try history.add(step, session) }
                return try history.standing(session)
            }
        }
        #expect(standing == line.expected)
    }
}

/// The life of one finding, written as audits and people would.
private struct History {
    private var run: Int
    private let office: Int
    private let business: Int
    private let finding: Int
    /// Amount, first month and strength of the newest version.
    private var said = ("1000000", "2026-09", "established")

    init(isOnWorker: Bool, _ session: Session) throws {
        try Evidence.importBase(session)
        let summary = try Auditor(PatuhTemplates.resources).run(
            AuditRequest(asOf: PatuhTemplates.asOf), session: session)
        run = try #require(summary.run)
        office = try Office.find(nil, in: session).id
        business = try session.value("select max(business_id) from register.business")
        let person: Int? =
            isOnWorker
            ? try session.value(
                "insert into register.person (nik, name, batch_id) values (6171014101909001, 'Ani Contoh', 1) returning person_id"
            )
            : nil
        finding = try session.value(
            """
            insert into audit.finding (business_id, person_id, first_run, office_id, rule_code)
            values (\(business), \(person)::bigint, \(run), \(office), 'IUR-01') returning finding_id
            """)
    }

    mutating func add(_ step: String, _ session: Session) throws {
        if let verdict = DecisionCase.verdict(step) {
            try FindingDecision.record(
                verdict, ["F-\(finding)"], office: try Office.find(nil, in: session), reason: "a case",
                session: session)
            return
        }
        var words = step.split(separator: " ").map(String.init)
        let isEarly = words[0] == "early"
        if isEarly { words.removeFirst() }
        try begin(isEarly: isEarly, session)
        switch words[0] {
        case "same": break
        case "ended": try end(session)
        case "unjudged":
            try end(session)
            try judge(#"{"IUR-01": {"payments_too_old": 1}}"#, session)
        case "judged": try judge(#"{"IUR-01": {"amount:no_wage": 1}, "REG-01": {"no_employer_list": 1}}"#, session)
        case "moved": try say(sources: "[{\"kind\": \"bill\", \"line\": \(run), \"batch_id\": 1}]", session)
        case "reworded": try say(rule: "reworded", session)
        default:
            try #require(words.count >= 3 && words[1] == "from", "\(step)")
            said = (words[0], words[2], words.count > 3 ? words[3] : "established")
            try say(session)
        }
    }

    /// The decision in force.
    func standing(_ session: Session) throws -> FindingVerdict? {
        let one: String? = try session.valueIfPresent(
            "select decision from audit.decision_at(\(office)::smallint, \(run)) where finding_id = \(finding)")
        // Every reader of findings is told the same.
        let other: String?? = try session.rowIfPresent(
            "select decision from audit.findings_at(\(office)::smallint, \(run)) where finding_id = \(finding)"
        ).map { try $0.getIfPresent("decision") }
        #expect(one == (other ?? nil))
        return one.flatMap(FindingVerdict.init)
    }

    /// A new run; an early one had begun before the newest decision.
    private mutating func begin(isEarly: Bool, _ session: Session) throws {
        run = try session.value(
            """
            insert into audit.run (
                started_at, finished_at, known_at, as_of, office_id, rule_set_sha256, parameters_sha256, tool_version, actor)
            select
                case when \(isEarly) then max(d.decided_at) - interval '1 minute' else clock_timestamp() end, clock_timestamp(),
                clock_timestamp(), '2026-10-31', \(office), '', '', '', 'tester'
            from audit.finding_decision as d
            returning run_id
            """)
    }

    private func end(_ session: Session) throws {
        try session.execute(
            "insert into audit.finding_end values (\(business), \(finding), \(run), \(office)::smallint)")
    }

    private func judge(_ notJudged: String, _ session: Session) throws {
        try session.execute(
            """
            insert into audit.judgement (business_id, run_id, office_id, tested, not_judged)
            values (\(business), \(run), \(office), '{}', \(notJudged)::jsonb)
            """)
    }

    private func say(rule: String = "", sources: String = "[]", _ session: Session) throws {
        let amount = Int64(said.0)
        try session.execute(
            """
            insert into audit.rule_version (code, sha256, header, body) values ('IUR-01', \(rule), '{}', '')
            on conflict do nothing
            """)
        try session.execute(
            """
            insert into audit.finding_version (
                business_id, finding_id, from_run, amount, since, rule_version_id, office_id, strength, sha256, evidence,
                money, sources)
            select
                \(business), \(finding), \(run), \(amount)::bigint, \("\(said.1)-01")::date, v.rule_version_id,
                \(office), \(said.2), '', jsonb_build_object('oldest_month', \(said.1)::text), '[]', \(sources)::jsonb
            from audit.rule_version as v
            where v.code = 'IUR-01' and v.sha256 = \(rule)
            """)
    }
}
