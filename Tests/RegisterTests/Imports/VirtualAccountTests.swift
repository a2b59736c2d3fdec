import Postgres
import TestSupport
import Testing

@testable import Register

/// Payments whose row names its employer twice: by kode badan usaha and by virtual account.
@Suite struct VirtualAccountTests {
    @Test func `the account of another employer is doubted, and the kode badan usaha counts`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let outcome = try office.imports(
                    .payments,
                    text: """
                        Tanggal Bayar;Kode Badan Usaha;Virtual Account;Jumlah;Bank;Referensi
                        07/09/2026;90000001;8888800090000001;1;BRI;R1
                        07/09/2026;90000001;8888800090000002;2;BRI;R2
                        07/09/2026;90000002;88888-00090-000002;3;BRI;R3
                        07/09/2026;90000002;88888 00090 000001;4;BRI;R4
                        07/09/2026;90000002;8888800090000009;5;BRI;R5
                        07/09/2026;90000002;;6;BRI;R6
                        07/09/2026;90000003;8888800090000001;7;BRI;R7

                        """)
                #expect((outcome.accepted, outcome.rejected, outcome.warned) == (7, 0, 3))
                #expect(outcome.unread.isEmpty)
                let doubts = try office.lines(
                    "select line::text from import.warning where code = 'other_virtual_account' order by line")
                #expect(doubts == ["3", "5", "8"])
                #expect(outcome.warnings.map(\.column) == ["Virtual Account"])
                let counted = try office.lines(
                    """
                    select i.value || ' ' || sum(p.amount)
                    from register.payment as p
                    inner join register.identifier as i on i.business_id = p.business_id and i.kind = 'entity_code'
                    group by i.value
                    order by 1
                    """)
                #expect(counted == ["90000001 3", "90000002 18", "90000003 7"])
            }
        }
    }

    @Test func `the account of a business that people have decided is the same one is its own`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                try session.execute(
                    """
                    insert into register.business_match (business_id, other_id, office_id, verdict, decided_by, reason)
                    select min(i.business_id), max(i.business_id), i.office_id, 'same', 'test', 'test'
                    from register.identifier as i
                    where i.value in ('90000001', '90000002')
                    group by i.office_id
                    """)
                let outcome = try office.imports(
                    .payments,
                    text: "Tanggal Bayar;Kode Badan Usaha;Virtual Account;Jumlah;Bank;Referensi\n"
                        + "07/09/2026;90000001;8888800090000002;2;BRI;R2\n")
                #expect((outcome.accepted, outcome.warned) == (1, 0))
            }
        }
    }
}
