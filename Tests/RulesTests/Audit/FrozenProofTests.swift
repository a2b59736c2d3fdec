import Postgres
import Register
import Rules
import TestSupport
import Testing

/// Runs, rule versions and findings cannot be changed afterwards, and a stored proof can be checked by anybody.
@Suite struct FrozenProofTests {
    @Test(arguments: StoredAudit.tables)
    func nothingIsUpdatedDeletedOrTruncated(_ table: String) async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            // finding_end is empty on a first run; a row trigger needs a row.
            try await database.run {
                try $0.execute(
                    """
                    insert into audit.finding_end (business_id, finding_id, in_run, office_id)
                    select business_id, finding_id, first_run, office_id from audit.finding limit 1
                    """)
            }
            let column = try await database.run {
                try $0.value(
                    """
                    select attname::text from pg_attribute
                    where attrelid = \("audit.\(table)")::regclass and attnum > 0 and attidentity = '' limit 1
                    """, as: String.self)
            }
            let statements: [SQL] = [
                "update audit.\(identifier: table) set \(identifier: column) = \(identifier: column)",
                "delete from audit.\(identifier: table)", "truncate audit.\(identifier: table) cascade",
            ]
            for replica in [false, true] {
                for statement in statements {
                    let error = await #expect(throws: PostgresError.self) {
                        try await database.run { session in
                            try session.execute(
                                replica ? "set session_replication_role = replica" : "reset session_replication_role")
                            _ = try session.execute(statement)
                        }
                    }
                    #expect(error?.sqlState == "PT010")
                    #expect(error?.message.contains("append-only") == true)
                }
            }
        }
    }

    /// The hash is over the canonical JSON of the proof: built here from the stored columns, hashed outside the database.
    @Test func theHashOfAProofCanBeRecomputed() async throws {
        let proofs = try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                try session.rows(
                    """
                    select v.sha256, jsonb_build_object(
                        'rule', f.rule_code, 'rule_sha256', r.sha256, 'business_id', f.business_id,
                        'person_id', f.person_id, 'amount', v.amount, 'since', v.since, 'strength', v.strength,
                        'evidence', v.evidence, 'money', v.money, 'sources', v.sources)::text as proof
                    from audit.finding_version as v
                    inner join audit.finding as f using (finding_id)
                    inner join audit.rule_version as r using (rule_version_id)
                    """
                ).map { (stored: try $0.get("sha256", as: String.self), proof: try $0.get("proof", as: String.self)) }
            }
        }
        #expect(proofs.count > 50)
        for (stored, proof) in proofs { #expect(stored == SHA256.hexadecimal(of: proof.utf8)) }
    }

    @Test func theStoredRuleIsTheFile() async throws {
        let stored = try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                try session.rows("select sha256, body from audit.rule_version order by code").map {
                    [try $0.get("sha256", as: String.self), try $0.get("body", as: String.self)]
                }
            }
        }
        #expect(stored == (try RuleSet(PatuhTemplates.resources).rules.map { [$0.source.sha256, $0.source.text] }))
    }
}
