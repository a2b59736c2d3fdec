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
        #expect(
            rules.rules.map(\.header.code) == [
                "DAT-01", "DAT-01H", "DAT-02", "DAT-03", "DAT-04", "DAT-05", "IUR-01", "REG-01", "REG-02", "SEG-01",
                "SEG-02", "SEG-03", "TKA-01", "TKA-01H",
            ])
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { try rules.requireCitations($0) }
        }
    }

    @Test func arrearsTakeNoSanctionOfTheRegistrationDuties() throws {
        let paths = try RuleSet(PatuhTemplates.resources).rules.map { ($0.header.code, $0.header.path) }
        for (code, path) in paths {
            #expect((path == .administrative) == !["IUR-01", "DAT-02", "DAT-04", "DAT-05"].contains(code), "\(code)")
        }
    }

    @Test func theHashChangesWithAnyRule() throws {
        let before = try RuleSet(PatuhTemplates.resources).sha256
        try RuleFolder.with { folder in
            #expect(try RuleSet(folder.resources).sha256 == before)
            try folder.edit("IUR-01", "l.paid < l.billed", "l.paid <= l.billed")
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
