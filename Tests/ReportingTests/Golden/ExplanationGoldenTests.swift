import Postgres
import Register
import Reporting
import Rules
import TestSupport
import Testing

/// The proof page of one finding of each rule, whole, in both languages.
@Suite struct ExplanationGoldenTests {
    static let rules = ["DAT-01", "DAT-02", "IUR-01", "REG-01", "REG-02"]

    @Test(arguments: rules, [Language.indonesian, .english])
    func theProofIsOnThePage(_ rule: String, _ language: Language) async throws {
        let proof = try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                // The finding with the fewest sources reads best; the number decides between equals.
                let code: String = try session.value(
                    """
                    select audit.finding_code(f.finding_id)
                    from audit.finding as f inner join audit.finding_version as v using (finding_id)
                    where f.rule_code = \(rule)
                    order by jsonb_array_length(v.sources), f.finding_id
                    limit 1
                    """)
                return try FindingProof.load(code, office: try Office.find(nil, in: session), session: session)
            }
        }
        let page = try ProofPage(try Samples.catalogue(language)).text(proof)
        #expect(page.contains(proof.sha256))
        #expect(page.firstMatch(of: /\d{16}/) == nil, "no whole NIK")
        try Golden.expect(page, is: "explain-\(rule)-\(language.rawValue).txt")
    }

    @Test(arguments: [Language.indonesian, .english])
    func everyEvidenceColumnHasAName(_ language: Language) throws {
        let catalogue = try Samples.catalogue(language)
        for rule in try RuleSet(PatuhTemplates.resources).rules {
            for name in rule.header.evidence { _ = try catalogue.text("evidence.\(name)") }
        }
    }

    @Test func anOpenAmountIsSaidToBeOpen() async throws {
        let folder = PatuhTemplates.root + "/Tests/Scenarios"
        let proof = try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                for (kind, folder, file) in [
                    (ImportKind.offices, "\(folder)/base", "kantor.csv"),
                    (.jknBusinesses, "\(folder)/base", "jkn_badan_usaha.csv"),
                    (.wlkp, "\(folder)/REG-01/no-minimum-wage", "wlkp.csv"),
                ] {
                    _ = try Importer(PatuhTemplates.resources).run(
                        ImportRequest(kind: kind, path: "\(folder)/\(file)", fileName: file), session: session,
                        rejectsPath: "/dev/null")
                }
                let day = try #require(CalendarDate(iso: "2025-10-31"))
                _ = try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: day), session: session)
                return try FindingProof.load("F-000001", office: try Office.find(nil, in: session), session: session)
            }
        }
        #expect(proof.amount == nil)
        #expect(proof.money.isEmpty)
        try Golden.expect(try ProofPage(try Samples.catalogue(.english)).text(proof), is: "explain-open-amount-en.txt")
    }

    @Test func anUnknownFindingIsRefused() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            for code in ["F-999999", "F-", "x", "-1", "99999999999999999999"] {
                let fault = await #expect(throws: Fault.self) {
                    try await database.run {
                        _ = try FindingProof.load(code, office: try Office.find(nil, in: $0), session: $0)
                    }
                }
                #expect(fault?.code == .findingUnknown, "\(code)")
            }
        }
    }
}
