import Postgres
import TestSupport
import Testing

@testable import Register

/// What is recorded of how a file was read, and the same bytes read otherwise.
@Suite struct ReadingTests {
    private static let payments = "Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi\n07/09/2026;90000001;5;BRI;R1\n"

    @Test func `the bytes of a batch with its dates in another order are another reading`() async throws {
        try await withOffice { office in
            guard case .accepted(let first) = try office.imports(.payments, text: Self.payments).verdict else { return }
            // The order that they were read in is no other one.
            let same = try office.imports(.payments, text: Self.payments, dateOrder: .dayMonthYear)
            guard case .alreadyImported(first, _) = same.verdict else {
                Issue.record("\(same.verdict)")
                return
            }
            let fault = #expect(throws: Fault.self) {
                _ = try office.imports(.payments, text: Self.payments, dateOrder: .monthDayYear)
            }
            #expect(fault?.code == .readOtherwise)
            #expect(fault?.message.contains("It was read with its dates as day/month/year.") == true)
            #expect(fault?.hint?.hasSuffix("as month/day/year in place of that batch: --replaces \(first)") == true)
            let again = try office.imports(
                .payments, text: Self.payments, dateOrder: .monthDayYear, replaces: first)
            guard case .accepted(let second) = again.verdict else {
                Issue.record("\(again.verdict)")
                return
            }
            let days = try office.lines(
                "select p.paid_on::text from register.office as o cross join lateral register.payment_standing(o.office_id) as p"
            )
            #expect(days == ["2026-07-09"])
            // Without an order the file is the one that was imported, in whatever order.
            let known = try office.imports(.payments, text: Self.payments)
            guard case .alreadyImported(second, _) = known.verdict else {
                Issue.record("\(known.verdict)")
                return
            }
            let back = #expect(throws: Fault.self) {
                _ = try office.imports(.payments, text: Self.payments, dateOrder: .dayMonthYear)
            }
            #expect(back?.hint?.contains("--replaces \(second)") == true)
            let orders = try office.lines(
                "select date_order from import.batch where kind = 'payments' order by batch_id")
            #expect(orders == ["dmy", "mdy"])
        }
    }

    @Test func `the layout that a file was read with is no other one`() async throws {
        try await withOffice { office in
            let text = "NMPPPNPN,NIKPPNPN\nPekerja Satu,6171010302900001\n"
            let first = try office.imports(.workers, text: text, asOf: "2026-10-31", employer: "90000001")
            guard case .accepted(let batch) = first.verdict else { return }
            let same = try office.imports(
                .workers, text: text, asOf: "2026-10-31", employer: "90000001", layout: "ppnpn_csv")
            guard case .alreadyImported(batch, _) = same.verdict else {
                Issue.record("\(same.verdict)")
                return
            }
        }
    }

    @Test func `two layouts that fit a file are two readings of it`() async throws {
        try await withOffice { office in
            let text = "Kode Badan Usaha;NIK;Nama;Jenis Perubahan;Upah\n90000001;6171014101909001;Ani Contoh;Masuk;5\n"
            let first = try office.imports(.workers, text: text, asOf: "2026-10-31")
            guard case .accepted(let batch) = first.verdict, first.reading.layout == "perubahan_pekerja" else {
                Issue.record("\(first.verdict) \(first.reading.layout)")
                return
            }
            let fault = #expect(throws: Fault.self) {
                _ = try office.imports(.workers, text: text, asOf: "2026-10-31", layout: "daftar_pekerja")
            }
            #expect(fault?.code == .readOtherwise)
            #expect(fault?.message.contains("with the layout perubahan_pekerja") == true)
            #expect(fault?.hint?.contains("with the layout daftar_pekerja") == true)
            let other = try office.imports(
                .workers, text: text, asOf: "2026-10-31", layout: "daftar_pekerja", replaces: batch)
            guard case .accepted = other.verdict else {
                Issue.record("\(other.verdict)")
                return
            }
        }
    }

    @Test func `each sheet is known by its own name, and another one says so`() async throws {
        let headings = ["Kode Badan Usaha", "NIK", "Nama", "Upah"]
        // The second name ends like the first.
        let workbook = SheetImportTests.workbook([
            ("A", [headings, ["90000001", "6171014101909001", "Ani Contoh", "3500000"]]),
            ("B [A]", [headings, ["90000002", "6171014101909002", "Budi Contoh", "3500000"]]),
        ])
        try await withOffice { office in
            let path = office.folder.path + "/daftar.xlsx"
            try workbook.write(to: path)
            func imports(_ sheet: String) throws -> ImportOutcome {
                try office.imports(.workers, file: path, asOf: "2026-10-31", sheet: sheet)
            }
            guard case .accepted(let first) = try imports("b [a]").verdict else { return }
            let second = try imports("A")
            guard case .accepted = second.verdict else {
                Issue.record("\(second.verdict)")
                return
            }
            let notice = try #require(second.notices.first { $0.code == "other_sheet" })
            #expect(notice.isDoubt && notice.message.contains("\"B [A]\""))
            #expect(notice.message.hasSuffix("--replaces \(first)"))
            guard case .alreadyImported(first, _) = try imports("B [A]").verdict else {
                Issue.record("the sheet was imported twice")
                return
            }
            let sheets = try office.lines("select sheet from import.batch where kind = 'workers' order by batch_id")
            #expect(sheets == ["B [A]", "A"])
        }
    }

    @Test func `what there is to say of a file is kept with its batch`() async throws {
        try await withOffice { office in
            let text =
                "DAFTAR PEKERJA\nData per: 31-10-2026\nKode Badan Usaha;NIK;Nama;Hobi;Golongan Darah\n"
                + "90000001;6171014101909001;Ani Contoh;Catur;O\n"
            let outcome = try office.imports(.workers, text: text)
            guard case .accepted(let batch) = outcome.verdict else {
                Issue.record("\(outcome.verdict)")
                return
            }
            let kept = try office.lines(
                """
                select concat_ws(' ', notice_no, code || ':', message) from import.notice
                where batch_id = \(batch) order by notice_no
                """)
            #expect(
                kept == [
                    "1 title_date: That the file speaks of 2026-10-31 is what its titles say.",
                    "2 headings_not_read: Columns not read: Hobi, Golongan Darah",
                    "3 wage_columns: No column with wages (upah) is read: what is due for these workers stays open.",
                ])
            #expect(outcome.notices.filter(\.isDoubt).map(\.code) == ["wage_columns"])
        }
    }

    @Test func `a date after today is kept as a doubt, one that the user gave is no title`() async throws {
        try await withOffice { office in
            let day = DateLimits.today.adding(months: 2)
            let outcome = try office.imports(
                .workers, text: "NIK;Nama;Upah\n6171014101909001;Ani Contoh;5\n", asOf: String(describing: day),
                employer: "90000001")
            #expect(outcome.notices.map(\.code) == ["future_date"])
            let kept = try office.lines("select code from import.notice where message like '% is after today.'")
            #expect(kept == ["future_date"])
        }
    }

    @Test func `a refused file and a dry run keep no notice`() async throws {
        try await withOffice { office in
            let text = "NIK;Nama;Hobi\n6171014101909001;Ani Contoh;Catur\n"
            let before: Int = try office.session.value("select count(*) from import.notice")
            let dry = try office.imports(.workers, text: text, asOf: "2026-10-31", dryRun: true, employer: "90000001")
            #expect(dry.notices.map(\.code) == ["headings_not_read", "wage_columns"])
            let refused = try office.imports(
                .workers, text: text + "1;Budi;x\n", asOf: "2026-10-31", employer: "90000001")
            #expect(refused.verdict == .refused)
            let after: Int = try office.session.value("select count(*) from import.notice")
            #expect(before == after)
        }
    }

    private func withOffice(_ body: @Sendable (TestOffice) throws -> Void) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in try body(try TestOffice(session)) }
        }
    }
}
