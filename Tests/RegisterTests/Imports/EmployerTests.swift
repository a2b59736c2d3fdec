import Postgres
import TestSupport
import Testing

@testable import Register

/// Whose workers a list names, and in which layout it is looked for.
@Suite struct EmployerTests {
    private static let list = "NMPPPNPN,NIKPPNPN\nPekerja Satu,6171010302900001\n"

    @Test func `a list that does not name its employer is asked for it`() async throws {
        let fault = try await fault { office in
            _ = try office.imports(.workers, text: Self.list, asOf: "2026-10-31")
        }
        #expect(fault?.code == .employerMissing)
        #expect(fault?.hint?.contains("--employer") == true)
    }

    @Test func `an employer that nobody knows is told`() async throws {
        let fault = try await fault { office in
            _ = try office.imports(.workers, text: Self.list, asOf: "2026-10-31", employer: "99999999")
        }
        #expect(fault?.code == .businessUnknown)
    }

    @Test func `a layout that the kind does not have is answered with those it has`() async throws {
        for layout in ["tagihan", "none"] {
            let fault = try await fault { office in
                _ = try office.imports(
                    .workers, text: Self.list, asOf: "2026-10-31", employer: "90000001", layout: layout)
            }
            #expect(fault?.code == .layoutNameUnknown)
            #expect(fault?.hint?.contains("ppnpn_csv") == true)
        }
    }

    @Test func `a named layout is the only one looked for`() async throws {
        let fault = try await fault { office in
            _ = try office.imports(
                .workers, text: Self.list, asOf: "2026-10-31", employer: "90000001", layout: "balaka_employees")
        }
        #expect(fault?.code == .layoutUnknown)
        #expect(fault?.hint?.contains("nik_ktp") == true)
    }

    /// Any number of the employer names it: its NPP as well as its kode badan usaha.
    @Test(arguments: ["90000002", "99000002"])
    func `rows go to the employer the user names, by any of its numbers`(number: String) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let outcome = try office.imports(.workers, text: Self.list, asOf: "2026-10-15", employer: number)
                guard case .accepted = outcome.verdict else {
                    Issue.record("\(outcome.verdict): \(outcome.rejects)")
                    return
                }
                let rosters = try office.lines(
                    """
                    select concat_ws(';', i.value, r.as_of, r.source, l.wage is null)
                    from register.roster as r
                    inner join register.roster_line as l using (business_id, roster_id)
                    inner join register.identifier as i on i.business_id = r.business_id and i.kind = 'entity_code'
                    """)
                #expect(rosters == ["90000002;2026-10-01;payroll;t"])
            }
        }
    }

    @Test func `a payment known from another source is taken with a warning`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                _ = try office.imports(
                    .payments,
                    text: "Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi\n07/09/2026;90000001;1000;BRI;1\n")
                let statement =
                    "Post Date;Description;Debit;Credit;Reference No\n"
                    + "07/09/2026;VA 8888800090000001;;1.000,00;J1\n08/09/2026;VA 8888800090000001;;1.000,00;J2\n"
                let outcome = try office.imports(.payments, text: statement)
                #expect(outcome.accepted == 2)
                #expect(outcome.warnings.map(\.code) == ["payment_elsewhere"])
                #expect(outcome.warnings.map(\.firstLine) == [2])
            }
        }
    }

    private func fault(_ work: @Sendable (TestOffice) throws -> Void) async throws -> Fault? {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let before = try registerState(session)
                let fault = #expect(throws: Fault.self) { try work(office) }
                let after = try registerState(session)
                #expect(before == after)
                return fault
            }
        }
    }
}
