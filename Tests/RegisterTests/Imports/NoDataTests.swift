import Postgres
import TestSupport
import Testing

@testable import Register

/// Rows between the data that are no data.
@Suite struct NoDataTests {
    @Test func `debits, balances and footers of a statement are passed over and the payments come in`() async throws {
        let text = """
            Posting Date,Remark,Reference No,Debit,Credit,Balance
            Opening Balance,,,,,1000.00
            01 Aug 2026 10:15:30,IURAN 8888800090000001,K1,,"1,275,517.00",
            02 Aug 2026 09:00:00,TRANSFER KELUAR,K2,"1,000.00",,
            02 Aug 2026 09:30:00,BIAYA ADM,K3,"5,000.00",0.00,
            Closing Balance,,,,,"1,274,517.00"
            ,Total,,"6,000.00","1,275,517.00",

            """
        let outcome = try await imported(.payments, text)
        #expect((outcome.read, outcome.accepted, outcome.rejected, outcome.passedOver) == (1, 1, 0, 5))
    }

    @Test func `money received without a day stays refused`() async throws {
        let text = """
            Posting Date,Remark,Reference No,Debit,Credit,Balance
            ,IURAN 8888800090000001,K1,,"1,275,517.00",

            """
        let outcome = try await imported(.payments, text)
        #expect(outcome.rejects.map(\.code) == ["not_a_payment"])
    }

    @Test func `headings of departments are passed over, a name alone is not`() async throws {
        let text = """
            No;NIK;Nama;Upah
            DEPARTEMEN PRODUKSI;;;
            1;6171014101909001;Ani Contoh;3500000
            ;;DIVISI GUDANG;
            2;6171014101909002;Budi Contoh;3500000
            ;;Cici Contoh;
            ;;;
            BAGIAN KEUANGAN;;;
            3;6171014101909003;Dodi Contoh;3500000

            Pontianak, 31 Oktober 2026;;;
            Direktur;;Kepala Personalia;

            """
        let outcome = try await imported(.workers, text)
        #expect((outcome.read, outcome.accepted, outcome.rejected, outcome.passedOver) == (4, 3, 1, 5))
        #expect(outcome.rejects.map(\.firstLine) == [6])
    }

    private func imported(_ kind: ImportKind, _ text: String) async throws -> ImportOutcome {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try TestOffice(session).imports(
                    kind, text: text, asOf: kind == .workers ? "2026-10-31" : nil, acceptValid: true,
                    employer: kind == .workers ? "90000001" : nil)
            }
        }
    }
}
