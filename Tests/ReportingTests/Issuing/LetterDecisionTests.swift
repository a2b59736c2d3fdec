import Postgres
import Register
import Rules
import TestSupport
import Testing

@testable import Reporting

/// What letters make of decisions on findings.
@Suite struct LetterDecisionTests {
    /// Decisions one after another on every finding of an employer, and what may be written to it then.
    struct Case: Sendable, CustomTestStringConvertible {
        let decisions: [FindingVerdict]
        let isWarned: Bool
        let isSummoned: Bool
        var testDescription: String { decisions.map(\.rawValue).joined(separator: ", ") }
    }

    static let cases = [
        Case(decisions: [], isWarned: true, isSummoned: true),
        Case(decisions: [.contested], isWarned: false, isSummoned: true),
        Case(decisions: [.waived], isWarned: false, isSummoned: false),
        Case(decisions: [.dataCorrected], isWarned: false, isSummoned: false),
        Case(decisions: [.contested, .upheld], isWarned: true, isSummoned: true),
        Case(decisions: [.waived, .contested], isWarned: false, isSummoned: true),
    ]

    /// An employer of the plan with established breaches of the duty to register: arrears and 18 workers.
    private static let code = "01483995"

    @Test(arguments: cases)
    func noLetterAccusesOfWhatIsContestedWaivedOrCorrected(_ line: Case) async throws {
        try await PlannedBranch.with(inspections: 7) { branch in
            try await branch.database.run { session in
                for verdict in line.decisions { try Self.decide(verdict, Self.findings(), session) }
                let summoned = try Self.summons(session).contains(Self.business(session))
                #expect(summoned == line.isSummoned)
                try Self.examine(session)
                let warned = try Self.warnings(session).map(\.business).contains(Self.business(session))
                #expect(warned == line.isWarned)
                guard !line.isWarned else { return }
                let fault = try #require(
                    #expect(throws: Fault.self) { try Self.warnings(named: Self.business(session), session) })
                #expect(fault.code == .letterRefused)
                #expect(fault.message.contains("not contested, waived or corrected"))
            }
        }
    }

    @Test func aWarningNamesOnlyTheWorkersWhomNobodyContests() async throws {
        try await PlannedBranch.with(inspections: 7) { branch in
            try await branch.database.run { session in
                try Self.examine(session)
                let business = try Self.business(session)
                let before = try #require(try Self.warnings(named: business, session).first)
                let workers = try session.rows(Self.findings("rule_code = 'REG-02'")).map {
                    try $0.get("code", as: String.self)
                }
                try #require(workers.count > 2)
                try FindingDecision.record(
                    .contested, [workers[0]], office: try Office.find(nil, in: session), reason: "has left",
                    session: session)
                try FindingDecision.record(
                    .waived, [workers[1]], office: try Office.find(nil, in: session), reason: "state post",
                    session: session)
                let after = try #require(try Self.warnings(named: business, session).first)
                for draft in [(before, workers.count), (after, workers.count - 2)] {
                    let text = draft.0.watermarked.compact
                    #expect(text.contains(#""workers":"\#(draft.1) orang""#), "\(draft.1)")
                }
                let names = try session.rows(
                    """
                    select p.name, f.amount from audit.findings_at(\(try Office.find(nil, in: session).id)::smallint, 1) as f
                    inner join register.person_profile as p using (person_id)
                    where audit.finding_code(f.finding_id) = any(\(Array(workers.prefix(2)))::text[])
                    """)
                for row in names {
                    let name: String = try row.get("name")
                    #expect(before.watermarked.compact.contains(name))
                    #expect(!after.watermarked.compact.contains(name))
                }
                let amounts = try names.map { try $0.get("amount", as: Int64.self) }.reduce(0, +)
                #expect(try Self.total(before) - Self.total(after) == amounts)
            }
        }
    }

    /// The amount of a warning in rupiah, as printed: `Rp4.312.000,00`.
    private static func total(_ draft: LetterDraft) throws -> Int64 {
        let text = draft.watermarked.compact
        let amount = try #require(text.firstMatch(of: #/"total":\{"amount":"Rp([0-9.]+),00"/#)).output.1
        return try #require(Int64(amount.filter(\.isNumber)))
    }

    /// That the term ends in a year whose holidays are not known yet does not matter.
    @Test func aWarningSaysTheTermInForceOnItsDate() async throws {
        try await PlannedBranch.with(inspections: 7) { branch in
            try await branch.database.run { session in
                try Self.examine(session)
                let business = try Self.business(session)
                func term() throws -> String? {
                    try Self.warnings(named: business, on: PlannedBranch.day("2027-12-27"), session).first?
                        .facts.first { $0.name == "deadline" }?.value.compact
                }
                #expect(try term()?.contains("\"10 (sepuluh) hari kerja sejak surat ini diterima\"") == true)
                try session.execute(
                    "update reference.deadline set days = 14, unit = 'calendar' where name = 'TEGURAN_1'")
                #expect(try term()?.contains("\"14 (empat belas) hari sejak surat ini diterima\"") == true)
                try session.execute(
                    "update reference.deadline set period = daterange(lower(period), '2027-01-01') where name = 'TEGURAN_1'"
                )
                let fault = #expect(throws: Fault.self) { _ = try term() }
                #expect(fault?.code == .letterRefused)
                #expect(fault?.message == "No deadline TEGURAN_1 is in force on 2027-12-27, the date of the letter.")
            }
        }
    }

    /// Arrears are contested, the workers waived: the summons asks about the arrears alone.
    @Test func aSummonsAsksAboutWhatIsContestedAndNotAboutWhatIsWaived() async throws {
        try await PlannedBranch.with(inspections: 7) { branch in
            try await branch.database.run { session in
                try Self.decide(.contested, Self.findings("rule_code = 'IUR-01'"), session)
                try Self.decide(.waived, Self.findings("rule_code <> 'IUR-01'"), session)
                let business = try Self.business(session)
                let draft = try #require(try Self.summonsDrafts(session).first { $0.business == business })
                let text = draft.watermarked.compact
                #expect(text.contains(#""code":"IUR-01""#))
                #expect(!text.contains("REG-02"))
            }
        }
    }

    /// While letters are typeset, all findings of an addressee are waived: its letter is not issued, and no number is lost.
    @Test(.enabled(if: Typesetting.installation != nil, "the typesetter is not installed; set PATUH_PYTHON"))
    func whatIsDecidedWhileLettersAreTypesetIsHeeded() async throws {
        try await PlannedBranch.with { branch in
            let issued = try await branch.issueVisits { database in
                try await database.run { try Self.decide(.waived, Self.findings(), $0) }
            }
            #expect(issued == 3)
            let letters = try await branch.column(
                """
                select l.sequence || ' ' || (b.code = '01483995') from letter.letter as l
                inner join register.business_profile as b using (business_id) order by 1
                """)
            #expect(letters == ["1 false", "2 false", "3 false"])
        }
    }

    /// A letter that has gone out stays as it was, whatever is decided afterwards.
    @Test(.enabled(if: Typesetting.installation != nil, "the typesetter is not installed; set PATUH_PYTHON"))
    func anIssuedLetterStays() async throws {
        try await PlannedBranch.with { branch in
            _ = try await branch.office().issue(PlannedBranch.visits)
            let before = try await branch.printed().map(\.pdf)
            try await branch.database.run { try Self.decide(.waived, Self.findings(), $0) }
            let after = try await branch.printed().map(\.pdf)
            #expect(before == after)
            #expect(before.count == 4)
        }
    }

    /// Decides about findings that a query gives by number.
    private static func decide(_ verdict: FindingVerdict, _ findings: SQL, _ session: Session) throws {
        let codes = try session.rows(findings).map { try $0.get("code", as: String.self) }
        try #require(!codes.isEmpty)
        try FindingDecision.record(
            verdict, codes, office: try Office.find(nil, in: session), reason: "a case", session: session)
    }

    /// The open findings of the employer.
    private static func findings(_ condition: String = "true") -> SQL {
        SQL(
            unescaped: """
                select audit.finding_code(f.finding_id) as code
                from register.office as o
                cross join lateral audit.findings_at(o.office_id, audit.last_run(o.office_id)) as f
                inner join register.business_profile as b using (business_id)
                where b.code = '\(code)' and \(condition)
                order by f.finding_id
                """)
    }

    private static func business(_ session: Session) throws -> Int {
        try session.value("select business_id from register.business_profile where code = \(code)")
    }

    private static func texts() throws -> Catalogue { try Samples.catalogue(.indonesian) }

    private static func summonsDrafts(_ session: Session) throws -> [LetterDraft] {
        try SummonsDrafts(month: PlannedBranch.december, texts: texts()).drafts(
            office: try Office.find(nil, in: session), date: PlannedBranch.written, session)
    }

    private static func summons(_ session: Session) throws -> [Int] { try summonsDrafts(session).map(\.business) }

    private static func warnings(
        named business: Int? = nil, on date: CalendarDate = PlannedBranch.afterVisits, _ session: Session
    ) throws -> [LetterDraft] {
        try WarningDrafts(businesses: business.map { [$0] } ?? [], texts: texts()).drafts(
            office: try Office.find(nil, in: session), date: date, session)
    }

    /// The visits as announced and held, without printing their letters.
    private static func examine(_ session: Session) throws {
        try session.execute(
            """
            insert into letter.letter (business_id, visit_id, run_id, letter_date, sequence, office_id, year, kind,
                number, verification, sha256, issued_by, payload, pdf)
            select business_id, visit_id, 1, '2026-11-16', row_number() over (order by visit_id), office_id, 2026, 'SPPL',
                visit_id::text, visit_id::text, '', '', '{}', ''
            from inspection.visit
            """)
        try session.execute(
            """
            insert into inspection.examination (visit_id, held_on, report_date, office_id, report_number, actor)
            select visit_id, visit_on, visit_on, office_id, '1/LHPA/1226', 'tester' from inspection.visit
            """)
    }
}
