import FoundationEssentials
import Postgres
import Register
import Reporting
import Rules
import TestSupport
import Testing

/// Proof pages of the rules on conduct and operations, of which the sample branch has nothing: cases of `Tests/Scenarios`.
@Suite struct ConductGoldenTests {
    /// A case, and the rule whose finding is printed.
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let name: String
        var testDescription: String { "\(rule)/\(name)" }
        var folder: String { "\(PatuhTemplates.root)/Tests/Scenarios/\(rule)/\(name)" }
    }

    /// A file of a case was not taken in as it stands.
    struct Refused: Error {
        let file: String
    }

    static let cases = [
        Case(rule: "MUT-01", name: "across-the-year"), Case(rule: "MUT-02", name: "termination-without-proof"),
        Case(rule: "MIS-01", name: "daily-at-a-full-wage"), Case(rule: "MIS-01", name: "five-years-of-service"),
        Case(rule: "OPS-01", name: "closed-and-billed"), Case(rule: "WLKP-01", name: "overdue"),
        Case(rule: "WLKP-01", name: "never-reported"), Case(rule: "IUR-03", name: "month-ended"),
    ]

    @Test(arguments: cases)
    func theProofIsOnThePage(_ example: Case) async throws {
        let proof = try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Self.importEvidence(of: example, session)
                let asOf = try SourceText(path: example.folder + "/as-of.txt").text.filter { !$0.isWhitespace }
                let day = try #require(CalendarDate(iso: asOf))
                _ = try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: day), session: session)
                return try Self.proof(of: example.rule, session)
            }
        }
        let pages = try Language.allCases.map { try ProofPage(try Samples.catalogue($0)).text(proof) }
        let page = pages.joined(separator: "\n")
        #expect(page.firstMatch(of: /\d{16}/) == nil, "no whole NIK")
        #expect(page.firstMatch(of: /[{}]/) == nil)
        try Golden.expect(page, is: "explain-\(example.rule)-\(example.name).txt")
    }

    /// A finding that rests on events, not on rows of files.
    @Test func aSummonsThatNobodyFollowedIsExplained() async throws {
        let page = try await PlannedBranch.with(inspections: 7) { branch in
            try await branch.database.run { session in
                try session.execute(
                    """
                    with missed as (
                        select visit_id, business_id, visit_on, office_id from inspection.visit
                        where kind = 'office' order by visit_id limit 1
                    ), announced as (
                        insert into letter.letter (
                            business_id, visit_id, run_id, letter_date, sequence, office_id, year, kind, number, verification,
                            sha256, issued_by, payload, pdf)
                        select business_id, visit_id, 1, '2026-11-16', 1, office_id, 2026, 'SPPK', '1', '1', '', '', '{}', ''
                        from missed
                    )

                    insert into inspection.no_show (visit_id, missed_on, office_id, actor)
                    select visit_id, visit_on, office_id, 'a test' from missed
                    """)
                _ = try Auditor(PatuhTemplates.resources).run(
                    AuditRequest(asOf: PlannedBranch.afterVisits), session: session)
                return try ProofPage(try Samples.catalogue(.english)).text(try Self.proof(of: "COOP-01", session))
            }
        }
        #expect(page.contains("The employer was summoned by a letter of 16 Nov 2026"))
        #expect(page.contains("did not come"))
        #expect(!page.contains("Rp"))
    }

    private static func proof(of rule: String, _ session: Session) throws -> FindingProof {
        let code: String = try session.value(
            "select audit.finding_code(finding_id) from audit.finding where rule_code = \(rule) order by finding_id limit 1"
        )
        return try FindingProof.load(code, office: try Office.find(nil, in: session), session: session)
    }

    private static let kinds: [(String, ImportKind)] = [
        ("kantor", .offices), ("jkn_badan_usaha", .jknBusinesses), ("wlkp", .wlkp), ("jkn_peserta", .jknMembers),
        ("bpjstk_upah", .bpjstkWages), ("pekerja", .workers), ("tagihan", .bills), ("pembayaran", .payments),
    ]

    private static func importEvidence(of example: Case, _ session: Session) throws {
        let base = "\(PatuhTemplates.root)/Tests/Scenarios/base"
        for (stem, kind) in kinds {
            let path = ["\(example.folder)/\(stem).csv", "\(base)/\(stem).csv"].first {
                FileManager.default.fileExists(atPath: $0)
            }
            guard let path else { continue }
            let outcome = try Importer(PatuhTemplates.resources).run(
                ImportRequest(
                    kind: kind, path: path, fileName: "\(stem).csv",
                    asOf: kind == .payments ? CalendarDate(iso: "2030-12-31") : nil),
                session: session, rejectsPath: "/dev/null")
            guard case .accepted = outcome.verdict else { throw Refused(file: stem) }
        }
    }
}
