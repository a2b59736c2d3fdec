import Postgres
import Register
import Rules
import TestSupport
import Testing

@testable import Reporting

/// A letter threatens the sanction of the path that its findings are on, and no other.
@Suite struct SanctionPathTests {
    @Test(arguments: LetterKind.allCases)
    func onlyAWarningThreatens(kind: LetterKind) {
        #expect(kind.sanctionPath == (kind == .firstWarning ? .administrative : nil))
    }

    /// Of findings of every path and strength the warning has those of its own path that are established.
    @Test func aWarningHasTheFindingsOfItsPathAlone() async throws {
        try await PlannedBranch.with(inspections: 7) { branch in
            let facts = try await branch.database.run { session in
                let office = try Office.find(nil, in: session)
                try Self.examineAll(session)
                let business: Int = try session.value(
                    """
                    select v.business_id from inspection.visit as v
                    inner join audit.finding as f using (business_id)
                    where f.rule_code = 'REG-02'
                        and not exists (
                            select from audit.finding as o
                            where o.business_id = v.business_id and o.rule_code = 'WLKP-01'
                        )
                    order by v.business_id limit 1
                    """)
                for (rule, strength, amount) in [
                    ("MUT-01", "established", 700_000), ("OPS-01", "established", nil), ("WLKP-01", "established", nil),
                    ("MUT-02", "presumption", 200_000), ("MIS-01", "indication", nil),
                ] {
                    try Self.find(rule, strength, amount, business, session)
                }
                let texts = try Samples.catalogue(.indonesian)
                let drafts = try WarningDrafts(businesses: [business], texts: texts).drafts(
                    office: office, date: PlannedBranch.afterVisits, session)
                let codes = try LetterFindings(business: business, office: office, run: 1, accusing: true, session)
                    .findings.map(\.code)
                #expect(codes.contains("WLKP-01") && codes.contains("MUT-02"))
                #expect(!codes.contains("OPS-01"), "no letter names what is only to be corrected")
                #expect(!codes.contains("MIS-01"), "no letter names a sign alone")
                return try #require(drafts.first).facts
            }
            let values = Dictionary(uniqueKeysWithValues: facts.map { ($0.name, $0.value) })
            #expect(values["sanction"] == "administrative")
            let findings = try #require(values["findings"]).compact
            for code in ["REG-02", "MUT-01"] { #expect(findings.contains("\"\(code)\""), "\(code)") }
            for code in ["OPS-01", "WLKP-01", "MUT-02", "MIS-01", "IUR-01"] {
                #expect(!findings.contains("\"\(code)\""), "\(code)")
            }
            // What was not paid in the past is not part of what is due each month; the worker is named all the same.
            guard case .object(let annex)? = values["annex"],
                case .array(let rows)? = annex.first(where: { $0.name == "rows" })?.value
            else {
                Issue.record("no annex")
                return
            }
            let past = rows.filter { $0.compact.contains("Mutasi pekerja tidak sesuai kenyataan") }
            #expect(past.count == 1)
            #expect(past.first?.compact.contains("Rp") == false)
            #expect(values["total"]?.compact.contains("700") == false)
        }
    }

    /// Whoever has nothing left that a letter may name is not summoned.
    @Test func aCorrectionOfDataSummonsNobody() async throws {
        try await PlannedBranch.with { branch in
            try await branch.database.run { session in
                let business: Int = try session.value(
                    "select business_id from inspection.visit order by visit_id limit 1")
                try session.execute(
                    """
                    insert into audit.run (run_id, started_at, finished_at, known_at, as_of, last_batch_id, office_id,
                        rule_set_sha256, parameters_sha256, tool_version, actor)
                    select 2, started_at, finished_at, known_at, as_of, last_batch_id, office_id, rule_set_sha256,
                        parameters_sha256, tool_version, actor
                    from audit.run
                    """)
                try session.execute(
                    """
                    insert into audit.finding_end (business_id, finding_id, in_run, office_id)
                    select business_id, finding_id, 2, office_id from audit.finding where business_id = \(business)
                    """)
                try Self.find("OPS-01", "established", nil, business, run: 2, session)
                let office = try Office.find(nil, in: session)
                let drafts = try SummonsDrafts(month: PlannedBranch.december, texts: try Samples.catalogue(.indonesian))
                    .drafts(office: office, date: PlannedBranch.written, session)
                #expect(!drafts.isEmpty)
                #expect(!drafts.contains { $0.business == business })
            }
        }
    }

    /// A finding of a rule, as a run would have stored it.
    static func find(
        _ rule: String, _ strength: String, _ amount: Int?, _ business: Int, run: Int = 1, _ session: Session
    ) throws {
        try session.execute(
            """
            with found as (
                insert into audit.finding (business_id, person_id, first_run, office_id, rule_code)
                select \(business), case when \(rule) like 'M%' then (select min(person_id) from register.roster_line) end,
                    \(run), office_id, \(rule)
                from register.office where kind = 'bpjs_branch'
                returning *
            )

            insert into audit.finding_version (
                business_id, finding_id, from_run, amount, since, rule_version_id, office_id, strength, sha256, evidence,
                money, sources)
            select f.business_id, f.finding_id, \(run), \(amount), '2026-09-01', v.rule_version_id, f.office_id,
                \(strength), '', '{}', '[]', '[]'
            from found as f inner join audit.rule_version as v on v.code = f.rule_code
            """)
    }

    /// Announces every visit and records it as held on its day, without typesetting anything.
    static func examineAll(_ session: Session) throws {
        try session.execute(
            """
            with announced as (
                insert into letter.letter (
                    business_id, visit_id, run_id, letter_date, sequence, office_id, year, kind, number, verification, sha256,
                    issued_by, payload, pdf)
                select business_id, visit_id, 1, '2026-11-16', visit_id, office_id, 2026, 'SPPL', visit_id::text,
                    visit_id::text, '', '', '{}', ''
                from inspection.visit
            )

            insert into inspection.examination (visit_id, held_on, report_date, office_id, report_number, actor)
            select visit_id, visit_on, visit_on, office_id, '1/LHPA', '' from inspection.visit
            """)
    }
}
