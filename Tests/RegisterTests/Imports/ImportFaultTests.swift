import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct ImportFaultTests {
    private static let payments = "Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi\n"

    @Test func `without an office the first step is named`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            let fault = await #expect(throws: Fault.self) {
                try await database.run { session in
                    let folder = try TemporaryFolder()
                    _ = try Importer(PatuhTemplates.resources).run(
                        ImportRequest(
                            kind: .payments, path: try folder.write(Self.payments, to: "a.csv"), fileName: "a.csv"),
                        session: session, rejectsPath: folder.path + "/rejects.csv")
                }
            }
            #expect(fault?.code == .officeUnknown)
            #expect(fault?.hint == "Import the offices first: patuh import offices FILE")
        }
    }

    @Test func `two branches make the office a question`() async throws {
        try await refused(as: .officeAmbiguous) { office in
            _ = try office.imports(
                .offices,
                text: Scenarios.text("imports/office/kantor.csv").split(separator: "1401;").joined(separator: "1402;"))
            _ = try office.imports(.payments, text: Self.payments + "07/09/2026;90000001;1;BRI;1\n")
        }
    }

    @Test func `a list that does not say its date is asked for it`() async throws {
        try await refused(as: .dateOfFileMissing) { office in
            _ = try office.imports(.jknBusinesses, text: Scenarios.text("imports/office/badan_usaha.csv"))
        }
    }

    @Test func `a file that breaks off inside a quote brings nothing`() async throws {
        try await refused(as: .csvMalformed) { office in
            let rows = (1...50).map { "07/09/2026;90000001;\($0);BRI;R\($0)\n" }.joined()
            _ = try office.imports(.payments, text: Self.payments + rows + "07/09/2026;90000001;1;\"BRI;R\n")
        }
    }

    @Test func `a file with more than a hundred thousand bad rows is not what it seems`() async throws {
        try await refused(as: .tooManyRejects) { office in
            let rows = String(repeating: "x;90000001;1;BRI;R\n", count: 100_001)
            _ = try office.imports(.payments, text: Self.payments + rows, acceptValid: true)
        }
    }

    @Test func `a file without rows is a batch without rows`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let outcome = try TestOffice(session).imports(.payments, text: Self.payments + "\n;;;;\n")
                guard case .accepted = outcome.verdict else {
                    Issue.record("\(outcome.verdict)")
                    return
                }
                #expect(outcome.read == 0)
            }
        }
    }

    @Test func `two offices may have the same file and the same numbers`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                _ = try office.imports(
                    .offices,
                    text: Scenarios.text("imports/office/kantor.csv").split(separator: "1401;").joined(
                        separator: "1402;"))
                let file = "\(Scenarios.folder)/imports/office/badan_usaha.csv"
                let outcome = try Importer(PatuhTemplates.resources).run(
                    ImportRequest(
                        kind: .jknBusinesses, path: file, fileName: "a.csv", asOf: CalendarDate(iso: "2026-06-30"),
                        office: "1402"),
                    session: session, rejectsPath: office.rejects)
                guard case .accepted = outcome.verdict else {
                    Issue.record("\(outcome.verdict): \(outcome.rejects)")
                    return
                }
                let counts = try office.lines(
                    "select count(*)::text from register.business group by office_id order by office_id")
                #expect(counts == ["3", "3"])
            }
        }
    }

    private func refused(as code: Fault.Code, _ work: @Sendable (TestOffice) throws -> Void) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let fault = #expect(throws: Fault.self) { try work(office) }
                #expect(fault?.code == code)
                #expect(fault?.hint?.isEmpty == false)
                let payments: Int = try session.value("select count(*) from register.payment")
                let batches: Int = try session.value("select count(*) from import.batch where kind = 'payments'")
                #expect((payments, batches) == (0, 0))
            }
        }
    }
}
