import Postgres
import Register
import Rules
import TestSupport
import Testing

@testable import Reporting

/// Acts are kept under the record of the register that they were of; people decide later that it is a registered employer.
@Suite struct MatchedActsTests {
    /// An employer that BPJS Kesehatan does not list, with an announced visit and its report, and a registered one that nobody
    /// has planned to visit.
    private struct Pair {
        let office: Office
        /// The record that was visited.
        let visited: Int
        /// The employer it turned out to be.
        let employer: Int
    }

    private static func matched(_ session: Session) throws -> Pair {
        let office = try Office.find(nil, in: session)
        let row = try session.row(
            """
            select v.business_id, b.code, r.business_id as employer, r.code as other
            from inspection.visit as v
            inner join register.business_profile as b using (business_id)
            cross join register.business_profile as r
            where b.entity_code is null and r.entity_code is not null and r.closed_on is null
                and r.business_id not in (select o.business_id from audit.finding as o)
            order by v.visit_id, r.business_id limit 1
            """)
        _ = try BusinessMatch.decide(
            .same, (try row.get("code"), try row.get("other")), office: office, reason: "one owner", session: session)
        return Pair(office: office, visited: try row.get("business_id"), employer: try row.get("employer"))
    }

    private static func warnings(_ pair: Pair, named: Bool = true, _ session: Session) throws -> [LetterDraft] {
        try WarningDrafts(businesses: named ? [pair.employer] : [], texts: try Samples.catalogue())
            .drafts(office: pair.office, date: PlannedBranch.afterVisits, session)
    }

    @Test func aWarningRestsOnTheExaminationOfEitherRecord() async throws {
        try await PlannedBranch.with(inspections: 7) { branch in
            try await branch.database.run { session in
                try SanctionPathTests.examineAll(session)
                let pair = try Self.matched(session)
                try SanctionPathTests.find("REG-02", "established", 100_000, pair.employer, session)
                #expect(try Self.warnings(pair, session).map(\.business) == [pair.employer])
                // What was found of the record before is judged anew before anybody is accused of it.
                #expect(try !Self.warnings(pair, named: false, session).contains { $0.business == pair.visited })
            }
        }
    }

    @Test func nobodyIsWarnedTwiceUnderTwoNumbers() async throws {
        try await PlannedBranch.with(inspections: 7) { branch in
            try await branch.database.run { session in
                try SanctionPathTests.examineAll(session)
                let pair = try Self.matched(session)
                try SanctionPathTests.find("REG-02", "established", 100_000, pair.employer, session)
                #expect(try LetterGrounds.allowWarning(of: pair.employer, office: pair.office, session: session))
                try Self.storeWarning(to: pair.visited, session)
                #expect(try !LetterGrounds.allowWarning(of: pair.employer, office: pair.office, session: session))
                let fault = #expect(throws: Fault.self) { try Self.warnings(pair, session) }
                #expect(fault?.message.contains("has had its first warning") == true)
                #expect(try !Self.warnings(pair, named: false, session).contains { $0.business == pair.employer })
            }
        }
    }

    @Test func aPlannedVisitIsAnnouncedToTheEmployerOnce() async throws {
        try await PlannedBranch.with(inspections: 7) { branch in
            try await branch.database.run { session in
                let pair = try Self.matched(session)
                try SanctionPathTests.find("REG-02", "established", 100_000, pair.employer, session)
                let drafts = try SummonsDrafts(month: PlannedBranch.december, texts: try Samples.catalogue())
                    .drafts(office: pair.office, date: PlannedBranch.written, session)
                #expect(drafts.filter { $0.business == pair.employer }.count == 1)
                #expect(!drafts.contains { $0.business == pair.visited })
            }
        }
    }

    @Test func theEmployersPageHasTheActsOfEitherRecord() async throws {
        try await PlannedBranch.with(inspections: 7) { branch in
            try await branch.database.run { session in
                try SanctionPathTests.examineAll(session)
                let office = try Office.find(nil, in: session)
                let finding: String = try session.value(
                    """
                    select audit.finding_code(f.finding_id)
                    from audit.finding as f
                    inner join inspection.visit as v using (business_id)
                    inner join register.business_profile as b using (business_id)
                    where b.entity_code is null
                    order by v.visit_id, f.finding_id limit 1
                    """)
                try FindingDecision.record(.contested, [finding], office: office, reason: "paid", session: session)
                let pair = try Self.matched(session)
                let page = try Self.report("employer", pair, session)
                #expect(Self.words(page, "acts", "act") == ["letter_sppl", "visit_field"])
                #expect(Self.words(page, "decisions", "decision") == ["contested"])
                #expect(try #require(page["findings"]).rows.contains { $0.first == .text(finding) })
                #expect(try Self.report("letters", pair, session)["letters"]?.rows.count == 1)
                #expect(try Self.report("findings", pair, session)["findings"]?.rows.isEmpty == false)
            }
        }
    }

    private static func report(_ name: String, _ pair: Pair, _ session: Session) throws -> [String: Section] {
        let report = try ReportBuilder(PatuhTemplates.resources, catalogue: try Samples.catalogue())
            .build(name, scope: ReportScope(office: pair.office, business: pair.employer), session: session)
        return Dictionary(uniqueKeysWithValues: report.sections.map { ($0.key, $0) })
    }

    /// The codes in a column of a section, in their order.
    private static func words(_ page: [String: Section], _ section: String, _ column: String) -> [String] {
        guard let section = page[section], let place = section.columns.firstIndex(where: { $0.key == column }) else {
            return []
        }
        return section.rows.compactMap { row in
            guard case .word(let code, _) = row[place] else { return nil }
            return code
        }
    }

    private static func storeWarning(to business: Int, _ session: Session) throws {
        try session.execute(
            """
            insert into letter.letter (
                business_id, run_id, letter_date, sequence, office_id, year, kind, number, verification, sha256, issued_by,
                payload, pdf)
            select \(business), 1, '2026-12-14', 1, office_id, 2026, \(LetterKind.firstWarning.rawValue), 'W', 'W', '', '',
                '{}', ''
            from register.business where business_id = \(business)
            """)
    }
}
