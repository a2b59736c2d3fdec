import Postgres
import Register
import TestSupport
import Testing

@testable import Reporting

/// Letters of the sample branch: numbers, bytes, and what is refused.
@Suite(.enabled(if: Typesetting.installation != nil, "the typesetter is not installed; set PATUH_PYTHON"))
struct LetterIssueTests {
    @Test func everyVisitGetsOneLetterWithAGapFreeNumber() async throws {
        try await PlannedBranch.with(inspections: 7) { branch in
            let issued = try await branch.office().issue(PlannedBranch.visits)
            let visits = try await branch.column("select visit_id::text from inspection.visit order by 1")
            let announced = try await branch.column("select visit_id::text from letter.letter order by 1")
            #expect(announced == visits)
            #expect(issued.count == visits.count)
            // A field visit gets a notice, an examination at the branch a summons; each kind counts from 1.
            let kinds = try await branch.column(
                "select distinct v.kind || ' ' || l.kind from letter.letter as l inner join inspection.visit as v using (visit_id) order by 1"
            )
            #expect(kinds == ["field SPPL", "office SPPK"])
            let gaps = try await branch.column(
                "select kind from letter.letter group by kind having min(sequence) <> 1 or max(sequence) <> count(*)")
            #expect(gaps.isEmpty)
            #expect(issued.map(\.number).contains("1/SPPL/IV-02/1126"))
            #expect(issued.map(\.fileName).contains("SPPK-2026-0001.pdf"))
            let journal = try await branch.column("select count(*)::text from journal.entry where act = 'letter.issue'")
            #expect(journal == ["\(visits.count)"])

            let again = try await branch.office().issue(PlannedBranch.visits)
            #expect(again.isEmpty)
            let count = try await branch.office().count(PlannedBranch.visits)
            #expect(count == 0)
        }
    }

    @Test func theSameFactsGiveTheSameBytesInAnotherDatabase() async throws {
        func issue() async throws -> [String: [UInt8]] {
            try await PlannedBranch.with { branch in
                _ = try await branch.office().issue(PlannedBranch.visits)
                try await branch.examine()
                _ = try await branch.office().issue(PlannedBranch.warnings())
                return Dictionary(uniqueKeysWithValues: try await branch.printed().map { ($0.number, $0.pdf) })
            }
        }
        let first = try await issue()
        let second = try await issue()
        #expect(first.keys.contains { $0.contains("TEGURAN-1") })
        #expect(first.keys.sorted() == second.keys.sorted())
        for (number, pdf) in first { #expect(second[number] == pdf, "\(number)") }
    }

    @Test func whatIsPrintedIsWhatWasStored() async throws {
        try await PlannedBranch.with { branch in
            _ = try await branch.office().issue(PlannedBranch.visits)
            let stored = try await branch.column("select sha256 from letter.letter order by year, kind, sequence")
            let printed = try await branch.printed()
            #expect(printed.map { SHA256.hexadecimal(of: $0.pdf) } == stored)
            #expect(printed.allSatisfy { $0.pdf.starts(with: Array("%PDF-".utf8)) })
            let one = try await branch.printed([printed[1].number])
            #expect(one.map(\.number) == [printed[1].number])
            #expect(one.first?.pdf == printed[1].pdf)
            let fault = await #expect(throws: Fault.self) { _ = try await branch.printed(["99/SPPL/IV-02/1126"]) }
            #expect(fault?.code == .letterUnknown)
        }
    }

    @Test func alteredBytesAreNotPrinted() async throws {
        try await PlannedBranch.with { branch in
            _ = try await branch.office().issue(PlannedBranch.visits)
            try await branch.database.run { session in
                try session.execute("alter table letter.letter disable trigger append_only")
                try session.execute("update letter.letter set pdf = pdf || '\\x20' where sequence = 1")
            }
            let fault = await #expect(throws: Fault.self) { _ = try await branch.printed() }
            #expect(fault?.message.contains("do not fit their hash") == true)
        }
    }

    @Test func lettersCannotBeChanged() async throws {
        try await PlannedBranch.with { branch in
            _ = try await branch.office().issue(PlannedBranch.visits)
            for statement: SQL in [
                "update letter.letter set payload = '{}'", "update letter.letter set pdf = ''",
                "delete from letter.letter",
                "truncate letter.letter",
            ] {
                let error = await #expect(throws: PostgresError.self) {
                    try await branch.database.run { _ = try $0.execute(statement) }
                }
                #expect(error?.sqlState == "PT010")
            }
        }
    }

    @Test func draftsTakeNoNumber() async throws {
        try await PlannedBranch.with { branch in
            let drafts = try await branch.office().drafts(PlannedBranch.visits)
            let text = try await Typesetting.text(try #require(drafts.first).pdf)
            #expect(text.contains("KONSEP"))
            let planned = try await branch.column(
                """
                select 'draft-' || case v.kind when 'office' then 'SPPK-' else 'SPPL-' end || b.code || '.pdf'
                from inspection.visit as v
                inner join register.business_profile as b using (business_id)
                """)
            #expect(
                Set(drafts.map(\.fileName)).isSubset(of: planned) && Set(drafts.map(\.fileName)).count == drafts.count)
            let traces = try await branch.traces()
            #expect(traces == ["0", "0", "0"])
            let issued = try await branch.office().issue(PlannedBranch.visits)
            #expect(issued.count == drafts.count)
        }
    }
}

/// What is refused before anything is typeset, so these run everywhere.
@Suite struct LetterRefusalTests {
    @Test func visitsWithinTheLeadTimeAreRefused() async throws {
        try await PlannedBranch.with { branch in
            let late = LetterRequest(.visits(month: PlannedBranch.december), date: PlannedBranch.day("2026-11-25"))
            let fault = await #expect(throws: Fault.self) { _ = try await branch.office().issue(late) }
            #expect(fault?.code == .letterRefused)
            #expect(fault?.message.contains("lead time") == true)
            let traces = try await branch.traces()
            #expect(traces == ["0", "0", "0"])
        }
    }

    @Test func aMonthWithoutAPlanIsRefused() async throws {
        try await PlannedBranch.with { branch in
            let request = LetterRequest(.visits(month: PlannedBranch.day("2027-01-01")), date: PlannedBranch.written)
            let fault = await #expect(throws: Fault.self) { _ = try await branch.office().issue(request) }
            #expect(fault?.code == .planMissing)
        }
    }

    @Test func aWarningNeedsAnExaminationAndARegistrationDuty() async throws {
        try await PlannedBranch.with { branch in
            let notRegistered = try await branch.column(Self.employers("'REG-01'"))
            let arrearsOnly = try await branch.column(Self.employers("'IUR-01'"))
            let dataOnly = try await branch.column(Self.employers("'DAT-01'"))
            let cases: [(employer: String?, words: String)] = [
                (notRegistered.first, "no recorded examination"), (arrearsOnly.first, "no established breach"),
                (dataOnly.first, "no established breach"),
            ]
            for (employer, words) in cases {
                let code = try #require(employer)
                let fault = await #expect(throws: Fault.self) {
                    _ = try await branch.office().issue(PlannedBranch.warnings([code]))
                }
                #expect(fault?.code == .letterRefused)
                #expect(fault?.message.contains(words) == true, "\(fault?.message ?? "")")
            }
            // Nobody has been examined: nobody is due a warning.
            let all = try await branch.office().issue(PlannedBranch.warnings())
            #expect(all.isEmpty)
        }
    }

    @Test func anUnknownEmployerIsNamed() async throws {
        try await PlannedBranch.with { branch in
            let fault = await #expect(throws: Fault.self) {
                _ = try await branch.office().issue(PlannedBranch.warnings(["00000000"]))
            }
            #expect(fault?.code == .businessUnknown)
        }
    }

    @Test func aTypesetterThatFailsLeavesNothing() async throws {
        try await PlannedBranch.with { branch in
            for python in ["/nowhere/python", "/bin/false", "/bin/true"] {
                await #expect(throws: ReportingError.self) {
                    _ = try await branch.office(python: python).issue(PlannedBranch.visits)
                }
            }
            let traces = try await branch.traces()
            #expect(traces == ["0", "0", "0"])
        }
    }

    /// Employers whose open findings are of these rules alone.
    private static func employers(_ rules: String) -> SQL {
        SQL(
            unescaped: """
                select b.code
                from register.office as o
                cross join lateral audit.findings_at(o.office_id, 1) as f
                inner join register.business_profile as b using (business_id)
                group by b.code
                having bool_and(f.rule_code in (\(rules)))
                order by b.code
                """)
    }
}
