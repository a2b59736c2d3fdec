import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct MendedRejectsTests {
    @Test func `refused rows come in after mending, and only they`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let first = try office.imports(
                    .payments, file: "\(Scenarios.folder)/imports/mending/input.csv", acceptValid: true)
                #expect((first.read, first.accepted, first.rejected) == (3, 1, 2))
                let rejects = try TemporaryFolder.read(office.rejects)
                #expect(rejects == Scenarios.text("imports/mending/rejects.csv"))
                let mended = rejects.split(separator: "90000009").joined(separator: "90000002")
                    .split(separator: "300.00.0").joined(separator: "300.000")
                let second = try office.imports(.payments, text: mended)
                guard case .accepted = second.verdict else {
                    Issue.record("\(second.verdict): \(second.rejects)")
                    return
                }
                #expect((second.read, second.accepted, second.total) == (2, 2, 500_000))
                let sum: Int64 = try session.value("select sum(amount) from register.payment")
                #expect(sum == 600_000)
            }
        }
    }

    @Test func `a file of bad rows only is accepted as a batch without rows`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let outcome = try office.imports(
                    .payments,
                    text: "Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi\n07/09/2026;90000009;1;BRI;R1\n",
                    acceptValid: true)
                #expect((outcome.read, outcome.accepted, outcome.rejected) == (1, 0, 1))
                let payments: Int = try session.value("select count(*) from register.payment")
                #expect(payments == 0)
            }
        }
    }
}
