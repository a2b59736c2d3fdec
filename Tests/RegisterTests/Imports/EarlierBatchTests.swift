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

    private static func wages(_ wage: Int) -> String {
        "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP\n6171010302900001;Pekerja Satu;03-02-1990;\(wage);10-2026;99000001\n"
    }

    @Test(arguments: [false, true])
    func `what a later file has corrected may come again, also in its place`(replacing: Bool) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let file = try office.folder.write(Self.wages(3_500_000), to: "right.csv")
                func again(_ replaces: Int?) throws -> ImportOutcome {
                    var request = ImportRequest(kind: .bpjstkWages, path: file, fileName: "right.csv")
                    request.replaces = replaces
                    return try Importer(PatuhTemplates.resources)
                        .run(request, session: session, rejectsPath: office.rejects)
                }
                _ = try again(nil)
                let known = try again(nil)
                guard case .alreadyImported = known.verdict else {
                    Issue.record("\(known.verdict)")
                    return
                }
                let wrong = try office.imports(.bpjstkWages, text: Self.wages(9))
                guard case .accepted(let batch) = wrong.verdict else { return }
                let back = try again(replacing ? batch : nil)
                guard case .accepted = back.verdict else {
                    Issue.record("\(back.verdict)")
                    return
                }
                #expect(back.changes.map(\.what).contains("wages_changed"))
            }
        }
    }
}
