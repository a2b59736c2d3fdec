import FoundationEssentials
import Postgres
import Register
import Rules
import TestSupport
import Testing

/// The shipped catalogue, and catalogues that are not in order.
@Suite struct RuleSetTests {
    @Test func theShippedRulesCiteArticlesOnRecord() async throws {
        let rules = try RuleSet(PatuhTemplates.resources)
        #expect(!rules.rules.isEmpty)
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { try rules.requireCitations($0) }
        }
    }

    /// PP 86/2013 has its sanctions for registration and data duties; arrears, wages and labour norms have others.
    @Test(arguments: [
        ("REG-01", RuleHeader.Path.administrative), ("REG-02", .administrative), ("DAT-01", .administrative),
        ("DAT-02", .labourNorm), ("IUR-01", .collection), ("MUT-01", .administrative), ("MUT-02", .collection),
        ("COOP-01", .collection), ("MIS-01", .labourNorm), ("WLKP-01", .labourNorm), ("OPS-01", .dataCorrection),
    ])
    func everyRuleHasThePathOfItsDuty(code: String, path: RuleHeader.Path) throws {
        let rule = try #require(try RuleSet(PatuhTemplates.resources).rules.first { $0.header.code == code })
        #expect(rule.header.path == path)
    }

    /// Articles on sanctions can be cited under the path that they belong to, and under no other.
    @Test(arguments: [
        ("UU-24-2011:17", "administrative"), ("PP-86-2013:5", "administrative"), ("PP-86-2013:6", "administrative"),
        ("PP-86-2013:7", "administrative"), ("PP-86-2013:8", "administrative"), ("PP-86-2013:9", "administrative"),
        ("UU-24-2011:55", "criminal-referral"), ("UU-7-1981:10", "labour-norm"), ("PP-35-2021:PKWT", "labour-norm"),
        ("PRAKTIK-STATUS", "data-correction"),
    ])
    func aSanctionBelongsToItsPath(article: String, path: String) async throws {
        for rule in ["REG-02", "IUR-01", "DAT-02"] {
            try await RuleFolder.with { folder in
                try folder.edit(rule, "-- cites: ", "-- cites: \(article), ")
                let rules = try RuleSet(folder.resources)
                let own = try #require(rules.rules.first { $0.header.code == rule }).header.path.rawValue
                let fault = try await TestDatabase.connected(PatuhTemplates.schema) { database in
                    try await database.run { session in
                        do {
                            try rules.requireCitations(session)
                            return Fault?.none
                        } catch let fault as Fault {
                            return fault
                        }
                    }
                }
                #expect((fault == nil) == (own == path), "\(rule)")
                guard own != path else { return }
                #expect(fault?.code == .ruleMalformed)
                let words = "\(rule).sql:8 cites \(article), which belongs to the path \(path), not to \(own)."
                #expect(fault?.message.hasSuffix(words) == true, "\(fault?.message ?? "")")
            }
        }
    }

    @Test func aRuleThatThreatensTheWrongSanctionStopsTheAudit() async throws {
        try await refusal(.ruleMalformed, contains: ["IUR-01.sql:8", "PP-86-2013:7", "not to collection"]) {
            try $0.edit("IUR-01", "-- cites: ", "-- cites: PP-86-2013:7, ")
        }
        try await refusal(.ruleMalformed, contains: ["REG-02.sql:8", "UU-24-2011:17", "not to labour-norm"]) {
            try $0.edit("REG-02", "-- path: administrative", "-- path: labour-norm")
            try $0.edit("REG-02", "-- cites: ", "-- cites: UU-24-2011:17, ")
        }
    }

    @Test func aCorrectionOfDataWithMoneyIsRefused() throws {
        try RuleFolder.with { folder in
            try folder.edit("OPS-01", "-- amount: none", "-- amount: arrears")
            let fault = #expect(throws: Fault.self) { try RuleSet(folder.resources) }
            #expect(fault?.code == .ruleMalformed)
            #expect(fault?.message.contains("OPS-01.sql:7") == true, "\(fault?.message ?? "")")
        }
    }

    @Test func arrearsTakeNoSanctionOfTheRegistrationDuties() throws {
        let paths = try RuleSet(PatuhTemplates.resources).rules.map { ($0.header.code, $0.header.path) }
        for (code, path) in paths {
            let isMoney = code.hasPrefix("IUR-") || code == "REG-03"
            if isMoney { #expect(path == .collection || path == .criminalReferral, "\(code)") }
            if ["REG-01", "REG-02", "REG-02H", "DAT-01"].contains(code) { #expect(path == .administrative, "\(code)") }
        }
    }

    @Test func theHashChangesWithAnyRule() throws {
        let before = try RuleSet(PatuhTemplates.resources).sha256
        try RuleFolder.with { folder in
            #expect(try RuleSet(folder.resources).sha256 == before)
            try folder.edit("IUR-01", "l.paid = 0 or", "l.paid <= 0 or")
            #expect(try RuleSet(folder.resources).sha256 != before)
        }
    }

    @Test func anUnknownCitationIsRefused() async throws {
        try await refusal(.ruleMalformed, contains: ["IUR-01.sql", "UU-99-2099:1"]) {
            try $0.edit("IUR-01", "UU-24-2011:19(1)", "UU-99-2099:1")
        }
    }

    @Test func brokenSQLIsPlacedInItsFile() async throws {
        try await refusal(.ruleFailed, contains: ["DAT-02.sql", "no_such_table"]) {
            try $0.edit("DAT-02", "from work.business as b\nwhere", "from work.no_such_table as b\nwhere")
        }
    }

    @Test func aBrokenWorkTableIsPlacedInItsFile() async throws {
        try await refusal(.ruleFailed, contains: ["070_bill.sql", "no_such_column"]) {
            try $0.edit(file: "worktables/070_bill.sql", "m.listed_on::timestamp", "m.no_such_column::timestamp")
        }
    }

    @Test func anEvidenceColumnThatTheStatementLacksIsPlacedInItsFile() async throws {
        try await refusal(.ruleFailed, contains: ["IUR-01.sql", "interest"]) {
            try $0.edit("IUR-01", "-- evidence: months", "-- evidence: interest, months")
        }
    }

    /// Audits with an edited catalogue: the whole run is refused and leaves nothing.
    private func refusal(
        _ code: Fault.Code, contains words: [String], _ edit: @Sendable (RuleFolder) throws -> Void
    ) async throws {
        try await RuleFolder.with { folder in
            try edit(folder)
            let resources = folder.resources
            try await TestDatabase.connected(PatuhTemplates.schema) { database in
                try await database.run { session in
                    try Evidence.importBase(session)
                    try Evidence.bill("2026-09", 1_000_000, session)
                }
                let before = try await StoredAudit.read(database)
                let fault = await #expect(throws: Fault.self) {
                    try await database.run {
                        _ = try Auditor(resources).run(AuditRequest(asOf: PatuhTemplates.asOf), session: $0)
                    }
                }
                #expect(fault?.code == code)
                for word in words { #expect(fault?.message.contains(word) == true, "\(fault?.message ?? "")") }
                let after = try await StoredAudit.read(database)
                #expect(after == before)
            }
        }
    }
}
