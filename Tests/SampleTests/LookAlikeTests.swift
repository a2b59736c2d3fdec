import Testing

@testable import Sample

/// What looks like a violation and is none must be in the sample, or a rule that is too eager would pass.
@Suite struct LookAlikeTests {
    private let options = SampleFixture.options(seed: 2026, businesses: 120)

    @Test func `unregistered firms that closed or have nobody are there and clean`() throws {
        try SampleFixture.withSample(options) { files, _ in
            let accused = try accused(files)
            let employers = try files.rows("jkn_badan_usaha.csv")
            let taxNumbers = Set(employers.map { $0.text("NPWP") })
            let numbers = Set(employers.map { $0.text("NIB") })
            let unknown = try files.rows("wlkp.csv").filter {
                $0.text("Kode Badan Usaha").isEmpty && !taxNumbers.contains($0.text("NPWP"))
                    && !numbers.contains($0.text("NIB"))
            }
            let harmless = unknown.filter { !accused.contains($0.text("Nomor WLKP")) }
            #expect(harmless.contains { $0.text("Status") == "TUTUP" && $0.number("Jumlah TK") > 0 })
            #expect(harmless.contains { $0.text("Status") == "AKTIF" && $0.number("Jumlah TK") == 0 })
        }
    }

    @Test func `registered firms may be unknown to the labour office, or known only by another number`() throws {
        try SampleFixture.withSample(options) { files, _ in
            let listed = try files.rows("wlkp.csv")
            let employers = try files.rows("jkn_badan_usaha.csv")
            let codes = Set(listed.map { $0.text("Kode Badan Usaha") })
            let taxNumbers = Set(listed.map { $0.text("NPWP") })
            let numbers = Set(listed.map { $0.text("NIB") })
            let linkedOtherwise = employers.filter { employer in
                !codes.contains(employer.text("Kode Badan Usaha"))
                    && (taxNumbers.contains(employer.text("NPWP")) || numbers.contains(employer.text("NIB")))
            }
            let absent = employers.filter { employer in
                !codes.contains(employer.text("Kode Badan Usaha")) && !taxNumbers.contains(employer.text("NPWP"))
                    && !numbers.contains(employer.text("NIB"))
            }
            #expect(linkedOtherwise.count >= 5)
            #expect(absent.count >= 2)
        }
    }

    @Test func `wages differ where it does not matter`() throws {
        try SampleFixture.withSample(options) { files, _ in
            let wages = try files.rows("bpjstk_upah_2026-10.csv")
            let paid = Dictionary(wages.map { ($0.text("NIK"), $0.number("UPAH")) }) { first, _ in first }
            let members = try files.members().filter {
                $0.text("HUBUNGAN KELUARGA") == "TK" && $0.text("STATUS KEPESERTAAN") == "AKTIF"
            }
            let pairs = members.compactMap { row in
                paid[row.text("NIK")].map { (paid: $0, reported: row.number("GAJI")) }
            }
            #expect(pairs.contains { $0.paid > $0.reported && $0.reported >= 12_000_000 }, "both above the cap")
            #expect(pairs.contains { $0.reported > $0.paid }, "more reported than paid")
            #expect(pairs.contains { $0.paid < $0.reported && $0.paid < 3_100_000 }, "floor told to one office")
            #expect(pairs.filter { $0.paid == $0.reported }.count > pairs.count / 2)
            let highest = pairs.map(\.paid).max() ?? 0
            #expect(highest > 15_000_000 && highest <= 40_000_000)
        }
    }

    @Test func `workers change jobs, and the missing include former members`() throws {
        try SampleFixture.withSample(options) { files, _ in
            let workers = try files.members().filter { $0.text("HUBUNGAN KELUARGA") == "TK" }
            let employments = Dictionary(grouping: workers) { $0.text("NIK") }
            let moved = employments.values.filter { rows in
                Set(rows.map { $0.text("KODE PERUSAHAAN") }).count == 2
            }
            #expect(moved.count >= 20)
            for rows in moved {
                let ends = rows.compactMap { $0.day("TGL NONAKTIF") }
                let lastStart = rows.compactMap { $0.day("TGL MULAI AKTIF") }.max() ?? 0
                #expect(ends.contains { $0 <= lastStart }, "membership at two firms at once")
            }
            let missing = try files.rows("truth.csv", separator: ",").filter { $0.text("rule") == "REG-02" }
            #expect(missing.contains { employments[$0.text("nik")] != nil })
            #expect(missing.contains { employments[$0.text("nik")] == nil })
        }
    }

    @Test func `every size class appears in Surakarta's proportions`() throws {
        try SampleFixture.withSample(SampleFixture.options(businesses: 233)) { files, _ in
            let sizes = try files.rows("wlkp.csv").map { $0.text("Skala Usaha") }
            let share = Dictionary(grouping: sizes) { $0 }.mapValues { $0.count * 100 / sizes.count }
            for (size, percent) in ["BESAR": 9, "MENENGAH": 22, "KECIL": 40, "MIKRO": 29] {
                #expect(abs(share[size, default: 0] - percent) <= 3, "\(size)")
            }
        }
    }

    private func accused(_ files: BranchFiles) throws -> Set<String> {
        Set(try files.rows("truth.csv", separator: ",").map { $0.text("business") })
    }
}
