import Testing

@testable import Sample

@Suite struct MoneyTests {
    @Test(arguments: [
        (wage: 2_800_000, floor: 3_205_220, due: 160_261), (wage: 5_000_000, floor: 3_205_220, due: 250_000),
        (wage: 25_000_000, floor: 3_205_220, due: 600_000), (wage: 3_100_000, floor: 3_187_965, due: 159_399),
        (wage: 3_300_000, floor: 3_396_267, due: 169_814), (wage: 3_370_586, floor: 3_370_586, due: 168_529),
    ])
    func `contributions agree with worked examples`(_ example: (wage: Int, floor: Int, due: Int)) {
        #expect(Contribution.total(wage: example.wage, floor: example.floor) == example.due)
    }

    @Test func `an extra family member costs one percent`() {
        #expect(Contribution.extraFamily(of: 8_750_000) == 87_500)
    }

    @Test func `payments go to the oldest bill`() {
        let bills = (1...4).map { Bill(month: $0, members: 1, amount: 100) }
        let paid = [Payment(day: CivilDate(year: 2026, month: 1, day: 5), amount: 150)]
        let arrears = Arrears(bills: bills, payments: paid, before: 4)
        #expect(arrears.months == 2)
        #expect(arrears.amount == 150)
    }

    @Test func `the last month's bill follows from the member list`() throws {
        try SampleFixture.withSample(SampleFixture.options(seed: 41)) { files, _ in
            let due = try lastBills(files)
            let bills = try files.rows("tagihan.csv").filter { $0.text("Bulan") == "2026-10" }
            #expect(bills.count == due.count)
            for bill in bills {
                #expect(bill.number("Jumlah Tagihan") == due[bill.text("Kode Badan Usaha")]?.amount)
                #expect(bill.number("Jumlah Peserta") == due[bill.text("Kode Badan Usaha")]?.members)
                #expect(bill.text("Jatuh Tempo") == "10/10/2026")
            }
        }
    }

    @Test func `closed firms have paid everything and get no more bills`() throws {
        try SampleFixture.withSample(SampleFixture.options(seed: 42, businesses: 100)) { files, _ in
            let closed = try files.rows("jkn_badan_usaha.csv").filter { $0.text("Status") == "NONAKTIF" }
            let bills = Dictionary(grouping: try files.rows("tagihan.csv")) { $0.text("Kode Badan Usaha") }
            let payments = Dictionary(grouping: try files.rows("pembayaran.csv")) { $0.text("Kode Badan Usaha") }
            #expect(closed.count == 5)
            for firm in closed {
                let code = firm.text("Kode Badan Usaha")
                let end = firm.day("Tanggal Nonaktif") ?? 0
                let own = bills[code] ?? []
                #expect(!own.isEmpty)
                for bill in own { #expect((bill.day("Jatuh Tempo") ?? 0) < end) }
                let billed = own.reduce(0) { $0 + $1.number("Jumlah Tagihan") }
                #expect((payments[code] ?? []).reduce(0) { $0 + $1.number("Jumlah") } == billed)
            }
        }
    }

    @Test func `wages rise in January and stay lawful before`() throws {
        try SampleFixture.withSample(SampleFixture.options(seed: 43)) { files, _ in
            let december = try wages("2025-12", files)
            let january = try wages("2026-01", files)
            let both = december.filter { january[$0.key] != nil }
            #expect(both.count > 500)
            // Those who changed jobs at the turn of the year may earn less than before.
            #expect(both.filter { (january[$0.key] ?? 0) > $0.value }.count > both.count * 95 / 100)
        }
    }

    @Test func `nothing is paid after the last day`() throws {
        try SampleFixture.withSample(SampleFixture.options(seed: 44)) { files, _ in
            let payments = try files.rows("pembayaran.csv")
            #expect(payments.allSatisfy { ($0.day("Tanggal Bayar") ?? .max) <= 20_261_031 && $0.number("Jumlah") > 0 })
            #expect(Set(payments.map { $0.text("Referensi") }).count == payments.count)
        }
    }

    /// UPAH by NIK; a worker of two firms counts once.
    private func wages(_ month: String, _ files: BranchFiles) throws -> [String: Int] {
        let rows = try files.rows("bpjstk_upah_\(month).csv")
        return Dictionary(rows.map { ($0.text("NIK"), $0.number("UPAH")) }) { first, _ in first }
    }

    /// What October's bills must be by the wages that the member list reports.
    private func lastBills(_ files: BranchFiles) throws -> [String: (members: Int, amount: Int)] {
        var bills: [String: (members: Int, amount: Int)] = [:]
        var base = 0
        for row in try files.members() {
            let code = row.text("KODE PERUSAHAAN")
            let relation = row.text("HUBUNGAN KELUARGA")
            if relation == "TK" { base = min(row.number("GAJI"), 12_000_000) }
            guard row.text("STATUS KEPESERTAAN") == "AKTIF" else { continue }
            if relation == "TK" {
                bills[code, default: (0, 0)].members += 1
                bills[code, default: (0, 0)].amount += (base * 4 + 50) / 100 + (base + 50) / 100
            } else if relation == "T" {
                bills[code, default: (0, 0)].amount += (base + 50) / 100
            }
        }
        return bills
    }
}
