import Postgres
import TestSupport
import Testing

@testable import Register

/// The same bytes for another employer or another date say something else.
@Suite struct EarlierBatchTests {
    private static let list = "NMPPPNPN,NIKPPNPN\nPekerja Satu,6171010302900001\n"

    @Test func `a file counts as imported for its own employer and date alone`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                var verdicts: [String] = []
                for (employer, asOf) in [
                    ("90000001", "2026-10-31"), ("90000002", "2026-10-31"), ("90000001", "2026-09-30"),
                    ("99000001", "2026-10-31"), ("90000002", "2026-10-31"),
                ] {
                    let outcome = try office.imports(.workers, text: Self.list, asOf: asOf, employer: employer)
                    if case .accepted = outcome.verdict {
                        verdicts.append("accepted")
                    } else {
                        verdicts.append("known")
                    }
                }
                #expect(verdicts == ["accepted", "accepted", "accepted", "known", "known"])
                let rosters: Int = try session.value("select count(*) from register.roster")
                #expect(rosters == 3)
            }
        }
    }
}
