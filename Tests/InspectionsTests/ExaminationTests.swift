import Inspections
import Postgres
import Register
import TestSupport
import Testing

/// What became of announced visits of the sample branch.
@Suite struct ExaminationTests {
    private static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? .earliest }

    /// An announced visit of a kind, and the business that it is of.
    private static func announced(
        _ kind: String, registered: Bool = true, _ session: Session
    ) throws -> (business: Int, day: CalendarDate) {
        try PlanStore.make(
            PlanRequest(month: day("2026-12-01"), madeOn: day("2026-11-16"), dryRun: false), session: session
        ) { _, _ in }
        let visit = try session.row(
            """
            select v.visit_id, v.business_id, v.visit_on
            from inspection.visit as v
            inner join register.business_profile as b using (business_id)
            where v.kind = \(kind) and (b.entity_code is not null) = \(registered)
            order by v.visit_id limit 1
            """)
        try session.execute(
            """
            insert into letter.letter (business_id, visit_id, run_id, letter_date, sequence, office_id, year, kind,
                number, verification, sha256, issued_by, payload, pdf)
            select business_id, visit_id, 1, '2026-11-16', 1, office_id, 2026,
                case kind when 'office' then 'SPPK' else 'SPPL' end, '1', 'A', 'B', 'C', '{}', ''
            from inspection.visit where visit_id = \(try visit.get("visit_id", as: Int.self))
            """)
        return (try visit.get("business_id"), try visit.get("visit_on"))
    }

    private static func refusal(_ session: Session, _ body: (Session) throws -> Void) -> Fault? {
        do {
            try body(session)
            return nil
        } catch {
            return error as? Fault
        }
    }

    @Test func aNoShowIsRecordedOnceAndAnExaminationMayFollow() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let office = try Office.find(nil, in: session)
                let visit = try Self.announced("office", session)
                try Examination.recordNoShow(
                    business: visit.business, office: office, missedOn: visit.day, today: visit.day, session: session)
                let again = Self.refusal(session) {
                    try Examination.recordNoShow(
                        business: visit.business, office: office, missedOn: visit.day, today: visit.day, session: $0)
                }
                #expect(again?.code == .examinationRefused)
                #expect(again?.message.contains("already") == true)
                try Examination.record(
                    business: visit.business, office: office, heldOn: visit.day.adding(days: 1),
                    report: ("1/LHPA", visit.day.adding(days: 1)), today: visit.day.adding(days: 1), session: session)
                let rows: Int = try session.value(
                    "select (select count(*) from inspection.no_show) + (select count(*) from inspection.examination)")
                #expect(rows == 2)
                let acts: Int = try session.value(
                    "select count(*) from journal.entry where act in ('inspection.no-show', 'inspection.record')")
                #expect(acts == 2)
            }
        }
    }

    @Test func aFieldVisitIsNoSummons() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let office = try Office.find(nil, in: session)
                let visit = try Self.announced("field", session)
                let fault = Self.refusal(session) {
                    try Examination.recordNoShow(
                        business: visit.business, office: office, missedOn: visit.day, today: visit.day, session: $0)
                }
                #expect(fault?.code == .examinationRefused)
                #expect(fault?.message.contains("nobody was summoned") == true)
            }
        }
    }

    /// The visit was announced under the number that the labour office knows; the employer turned out to be a registered one.
    @Test func anAnnouncedVisitStaysThatOfAnEmployerThatIsRecognisedLater() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let office = try Office.find(nil, in: session)
                let visit = try Self.announced("field", registered: false, session)
                let codes = try session.row(
                    """
                    select v.code as visited, (
                            select o.entity_code from register.business_profile as o
                            where o.entity_code is not null order by o.business_id desc limit 1
                        ) as registered
                    from register.business_profile as v
                    where v.business_id = \(visit.business)
                    """)
                let registered: String = try codes.get("registered")
                _ = try BusinessMatch.decide(
                    .same, (try codes.get("visited"), registered), office: office, reason: "one owner", session: session
                )
                let employer = try Business.find(registered, of: office, in: session)
                #expect(employer != visit.business)
                try Examination.record(
                    business: employer, office: office, heldOn: visit.day, report: ("1/LHPA", visit.day),
                    today: visit.day, session: session)
                let rows: Int = try session.value("select count(*) from inspection.examination")
                #expect(rows == 1)
            }
        }
    }

    @Test func nobodyMissesASummonsBeforeItsDay() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let office = try Office.find(nil, in: session)
                let visit = try Self.announced("office", session)
                let fault = Self.refusal(session) {
                    try Examination.recordNoShow(
                        business: visit.business, office: office, missedOn: visit.day.adding(days: -1),
                        today: visit.day,
                        session: $0)
                }
                #expect(fault?.code == .examinationRefused)
                #expect(fault?.message.contains("no announced visit") == true)
            }
        }
    }
}
