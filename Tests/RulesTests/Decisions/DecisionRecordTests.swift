import Postgres
import Register
import Rules
import TestSupport
import Testing

/// What may be decided, what is refused, and what a decision leaves behind.
@Suite struct DecisionRecordTests {
    private static func decide(
        _ verdict: FindingVerdict, _ codes: String..., reason: String = "letter of 3 November", dryRun: Bool = false,
        in session: Session
    ) throws -> [String] {
        try FindingDecision.record(
            verdict, codes, office: try Office.find(nil, in: session), reason: reason, dryRun: dryRun, session: session)
    }

    private static func lines(_ statement: SQL, _ session: Session) throws -> [String] {
        try session.rows(statement).map { $0.text(0) ?? "" }
    }

    private static let decisions: SQL =
        "select concat_ws(' ', finding_id, decision, decided_by, reason) from audit.finding_decision order by decision_id"

    @Test func aDecisionIsAnEventWithAnEntryOfTheJournal() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                try Actor.sign(session, as: "siti")
                // A finding that is named twice is decided about once.
                let codes = try Self.decide(.contested, "F-000002", "f-1", "1", in: session)
                #expect(codes == ["F-000002", "F-000001"])
                _ = try Self.decide(.upheld, "F-000002", reason: "slip gaji", in: session)
                let decisions = try Self.lines(Self.decisions, session)
                #expect(
                    decisions == [
                        "2 contested siti letter of 3 November", "1 contested siti letter of 3 November",
                        "2 upheld siti slip gaji",
                    ])
                let journal = try Self.lines(
                    """
                    select concat_ws('; ', actor, subject, reason, details)
                    from journal.entry where act = 'finding.decide' order by entry_id
                    """, session)
                #expect(
                    journal == [
                        #"siti; finding F-000002; letter of 3 November; {"decision": "contested"}"#,
                        #"siti; finding F-000001; letter of 3 November; {"decision": "contested"}"#,
                        #"siti; finding F-000002; slip gaji; {"decision": "upheld"}"#,
                    ])
            }
        }
    }

    @Test func theProofTellsAllDecisionsAndWhichHolds() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                try Actor.sign(session, as: "siti")
                _ = try Self.decide(.contested, "F-000001", in: session)
                _ = try Self.decide(.waived, "F-000001", reason: "dosen", in: session)
                let proof = try FindingProof.load(
                    "F-000001", office: try Office.find(nil, in: session), session: session)
                #expect(proof.decisions.map(\.verdict) == [.contested, .waived])
                #expect(proof.decisions.map(\.holds) == [false, true])
                #expect(proof.decisions.map(\.decidedBy) == ["siti", "siti"])
                #expect(proof.decisions.map(\.reason) == ["letter of 3 November", "dosen"])
            }
        }
    }

    /// Decisions before, the decision that is tried, the error and a part of its message.
    @Test(arguments: [
        (
            [FindingVerdict](), FindingVerdict.waived, ["F-000001", "F-999999"], Fault.Code.findingUnknown,
            "no finding F-999999"
        ),
        ([], .waived, ["first"], .findingUnknown, "no finding first"),
        ([.waived], .waived, ["F-000002", "F-000001"], .decisionRefused, "decided about F-000001 already"),
        ([.waived, .upheld], .upheld, ["F-000001"], .decisionRefused, "decided about F-000001 already"),
        ([], .upheld, ["F-000001"], .decisionRefused, "the finding stands"),
    ])
    func whatIsRefusedLeavesNothing(
        before: [FindingVerdict], verdict: FindingVerdict, codes: [String], code: Fault.Code, words: String
    ) async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                for verdict in before { _ = try Self.decide(verdict, "F-000001", in: session) }
                let state = try Self.lines(Self.decisions, session)
                let office = try Office.find(nil, in: session)
                let fault = #expect(throws: Fault.self) {
                    try FindingDecision.record(verdict, codes, office: office, reason: "again", session: session)
                }
                #expect(fault?.code == code)
                #expect(fault?.message.contains(words) == true, "\(fault?.message ?? "")")
                let after = try Self.lines(Self.decisions, session)
                #expect(after == state)
                let entries: Int = try session.value("select count(*) from journal.entry where act = 'finding.decide'")
                #expect(entries == before.count)
            }
        }
    }

    @Test func aFindingThatHasEndedCannotBeDecidedAbout() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let auditor = Auditor(PatuhTemplates.resources)
                let request = AuditRequest(asOf: PatuhTemplates.asOf)
                try Evidence.importBase(session)
                try Evidence.bill("2026-09", 1_000_000, session)
                _ = try auditor.run(request, session: session)
                try Evidence.payment("2026-10-20", 1_000_000, session)
                _ = try auditor.run(request, session: session)
                let fault = #expect(throws: Fault.self) { try Self.decide(.contested, "F-000001", in: session) }
                #expect(fault?.code == .findingEnded)
                let decisions = try Self.lines(Self.decisions, session)
                #expect(decisions.isEmpty)
            }
        }
    }

    @Test func theFindingsOfAnotherOfficeAreNotDecidedAbout() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let other = try Office.find("DNK61", in: session)
                let fault = #expect(throws: Fault.self) {
                    try FindingDecision.record(.waived, ["F-000001"], office: other, reason: "a case", session: session)
                }
                #expect(fault?.code == .findingUnknown)
            }
        }
    }

    @Test func aDryRunChecksAndChangesNothing() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let codes = try Self.decide(.waived, "F-000001", dryRun: true, in: session)
                #expect(codes == ["F-000001"])
                let decisions = try Self.lines(Self.decisions, session)
                #expect(decisions.isEmpty)
                let fault = #expect(throws: Fault.self) {
                    try Self.decide(.upheld, "F-000001", dryRun: true, in: session)
                }
                #expect(fault?.code == .decisionRefused)
            }
        }
    }

    /// The database itself wants a reason and one of the four decisions, and gives nothing back.
    @Test(arguments: [
        "insert into audit.finding_decision (business_id, finding_id, run_id, office_id, decision, decided_by, reason) select business_id, finding_id, 1, office_id, 'waived', 'x', ' ' from audit.finding limit 1",
        "insert into audit.finding_decision (business_id, finding_id, run_id, office_id, decision, decided_by, reason) select business_id, finding_id, 1, office_id, 'forgotten', 'x', 'y' from audit.finding limit 1",
        "update audit.finding_decision set reason = 'another'", "delete from audit.finding_decision",
        "truncate audit.finding_decision",
    ])
    func theTableGuardsItself(_ statement: String) async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            let error = await #expect(throws: PostgresError.self) {
                try await database.run { session in
                    _ = try Self.decide(.contested, "F-000001", in: session)
                    _ = try session.execute(SQL(unescaped: statement))
                }
            }
            #expect(["23514", "PT010"].contains(error?.sqlState ?? ""))
        }
    }

    /// What an audit says of decisions: what stands, and what it made lapse.
    @Test func anAuditCountsDecisionsAndThoseThatLapse() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                func audit(dryRun: Bool = false) throws -> [Int] {
                    let counts = try Auditor(PatuhTemplates.resources).run(
                        AuditRequest(asOf: PatuhTemplates.asOf, dryRun: dryRun), session: session
                    ).decisions
                    return [counts.contested, counts.waived, counts.corrected, counts.lapsed]
                }
                try Evidence.importBase(session)
                try Evidence.bill("2026-09", 1_000_000, session)
                let first = try audit()
                #expect(first == [0, 0, 0, 0])
                _ = try Self.decide(.dataCorrected, "F-000001", in: session)
                let second = try audit()
                #expect(second == [0, 0, 1, 0])
                try Evidence.payment("2026-10-20", 400_000, session)
                // Nothing lapses by an audit that is not stored.
                let looked = try audit(dryRun: true)
                #expect(looked == [0, 0, 1, 0])
                let third = try audit()
                #expect(third == [0, 0, 0, 1])
                let fourth = try audit()
                #expect(fourth == [0, 0, 0, 0])
                _ = try Self.decide(.contested, "F-000001", in: session)
                try Evidence.payment("2026-10-21", 600_000, session)
                // The finding is gone: its decision has done its service.
                let paid = try audit(dryRun: true)
                #expect(paid == [0, 0, 0, 0])
                let fifth = try audit()
                #expect(fifth == [0, 0, 0, 0])
            }
        }
    }

    /// A report on an earlier audit shows the decisions of its time.
    @Test func whatStoodUnderAnEarlierAuditCanStillBeRead() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                _ = try Self.decide(.contested, "F-000001", in: session)
                _ = try Auditor(PatuhTemplates.resources).run(
                    AuditRequest(asOf: PatuhTemplates.asOf), session: session)
                _ = try Self.decide(.waived, "F-000001", in: session)
                let office = try Office.find(nil, in: session)
                let decisions = try (1...2).map { run in
                    try session.value(
                        "select decision from audit.decision_at(\(office.id)::smallint, \(run)::bigint)",
                        as: String.self)
                }
                #expect(decisions == ["contested", "waived"])
            }
        }
    }
}
