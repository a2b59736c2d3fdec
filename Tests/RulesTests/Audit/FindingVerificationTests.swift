import Postgres
import Register
import Rules
import TestSupport
import Testing

/// Stored proofs are computed again from what their run had known.
@Suite struct FindingVerificationTests {
    private static let auditor = Auditor(PatuhTemplates.resources)
    private static let request = AuditRequest(asOf: PatuhTemplates.asOf)

    private static func verify(_ codes: [String] = [], run: Int? = nil, _ session: Session) throws -> [String: Int] {
        try FindingVerification(try Office.find(nil, in: session)).prepare(codes, run: run, auditor, session)
        let rows = try session.rows("select result, count(*) as findings from verified group by result")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.get("result"), try $0.get("findings")) })
    }

    @Test func everyProofOfTheSampleIsReproduced() async throws {
        let (results, findings) = try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                (
                    try Self.verify([], session),
                    try session.value("select count(*) from audit.finding", as: Int.self)
                )
            }
        }
        #expect(findings > 50)
        #expect(results == ["reproduced": findings])
    }

    @Test func whatCameInLaterDoesNotMatter() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Evidence.importBase(session)
                try Evidence.bill("2026-09", 1_000_000, session)
                _ = try Self.auditor.run(Self.request, session: session)
                try Evidence.payment("2026-10-20", 400_000, session)
                // Known, but not yet judged: the stored finding is still the one of its time.
                let before = try Self.verify(["F-000001"], session)
                #expect(before == ["reproduced": 1])
                try Evidence.payment("2026-10-25", 600_000, session)
                _ = try Self.auditor.run(Self.request, session: session)
                // Resolved: verified as of the run that last found it.
                let ended = try Self.verify(["f-1"], session)
                #expect(ended == ["reproduced": 1])
                let first = try Self.verify(run: 1, session)
                #expect(first == ["reproduced": 1])
                let newest = try Self.verify([], session)
                #expect(newest == [:])
            }
        }
    }

    @Test func aProofThatSomebodyHasTamperedWithIsNotReproduced() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Evidence.importBase(session)
                try Evidence.bill("2026-09", 1_000_000, session)
                _ = try Self.auditor.run(Self.request, session: session)
                try session.script(
                    """
                    alter table audit.finding_version disable trigger user;
                    update audit.finding_version set sha256 = repeat('0', 64);
                    alter table register.bill disable trigger user;
                    """)
                let changed = try Self.verify([], session)
                #expect(changed == ["differs": 1])
                try session.execute("delete from register.bill")
                let gone = try Self.verify([], session)
                #expect(gone == ["not_found": 1])
            }
        }
    }

    @Test(arguments: ["F-999999", "x", "F-"])
    func aFindingThatIsNotThereIsNamed(_ code: String) async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            let fault = await #expect(throws: Fault.self) {
                try await database.run { session in _ = try Self.verify([code], session) }
            }
            #expect(fault?.code == .findingUnknown)
        }
    }
}
