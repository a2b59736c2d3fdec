import Testing

@testable import Sample

@Suite struct PersonTests {
    @Test func `every NIK agrees with area, birth date and sex, and belongs to one person`() throws {
        try SampleFixture.withSample(SampleFixture.options(seed: 31, businesses: 100)) { files, _ in
            let areas = Set(
                try BranchFiles(folder: SampleFixture.reference).lines("district.csv").dropFirst()
                    .map { $0.prefix { $0 != "," }.filter { $0 != "." } })
            var owners: [String: String] = [:]
            var cards: [String: String] = [:]
            for row in try files.members() {
                let nik = row.text("NIK")
                #expect(nik.utf8.count == 16 && nik.hasPrefix("61"))
                #expect(areas.contains(String(nik.prefix(6))))
                #expect(nik.dropFirst(6).prefix(6) == datePart(row, female: row.text("JENIS KELAMIN") == "P"))
                let owner = row.text("NAMA LENGKAP") + row.text("TANGGAL LAHIR") + row.text("NO KARTU BPJS")
                #expect(owners.updateValue(owner, forKey: nik).map { $0 == owner } ?? true)
                #expect(cards.updateValue(nik, forKey: row.text("NO KARTU BPJS")).map { $0 == nik } ?? true)
                #expect(row.text("NO KARTU BPJS").utf8.count == 13 && row.text("NO KARTU BPJS").hasPrefix("000"))
            }
            for row in try files.rows("bpjstk_upah_2026-10.csv") {
                let nik = row.text("NIK")
                let name = row.text("NAMA_LENGKAP")
                #expect(owners[nik].map { $0.hasPrefix(name + row.text("TGL_LAHIR")) } ?? true)
            }
        }
    }

    @Test func `serials lie above those that registries have reached`() {
        var register = NIKRegister(areas: [617_101])
        let day = CivilDate(year: 1990, month: 7, day: 5).days
        let first = register.issue(area: 0, bornOn: day, female: true)
        let second = register.issue(area: 0, bornOn: day, female: false)
        #expect(first.nik == 6_171_014_507_909_001)
        #expect(second.nik == 6_171_010_507_909_002)
    }

    @Test func `a full day hands over to the day before`() {
        var register = NIKRegister(areas: [617_101])
        let day = CivilDate(year: 1990, month: 7, day: 5).days
        var issued: Set<Int> = []
        for _ in 0..<1_500 { issued.insert(register.issue(area: 0, bornOn: day, female: false).nik) }
        #expect(issued.count == 1_500)
        #expect(register.issue(area: 0, bornOn: day, female: false).birth == CivilDate(days: day - 1))
    }

    @Test func `families follow their worker`() throws {
        try SampleFixture.withSample(SampleFixture.options(seed: 32, businesses: 40)) { files, _ in
            var worker: BranchFiles.Row = [:]
            var relations: [String: Int] = [:]
            for row in try files.members() {
                let relation = row.text("HUBUNGAN KELUARGA")
                relations[relation, default: 0] += 1
                if relation == "TK" {
                    worker = row
                    #expect(row.number("GAJI") > 0 && row.text("NIK PESERTA UTAMA").isEmpty)
                    continue
                }
                #expect(row.text("NIK PESERTA UTAMA") == worker.text("NIK"))
                #expect(row.text("GAJI").isEmpty)
                #expect(row.text("KODE PERUSAHAAN") == worker.text("KODE PERUSAHAAN"))
                #expect(row.text("TGL NONAKTIF") == worker.text("TGL NONAKTIF"))
                let older = (row.day("TANGGAL LAHIR") ?? 0) < (worker.day("TANGGAL LAHIR") ?? 0) - 190_000
                if relation == "T" { #expect(older) }
                if relation == "I" { #expect(row.text("JENIS KELAMIN") == "P" && worker.text("JENIS KELAMIN") == "L") }
                if relation == "S" { #expect(row.text("JENIS KELAMIN") == "L" && worker.text("JENIS KELAMIN") == "P") }
            }
            for relation in ["TK", "S", "I", "A", "T"] { #expect(relations[relation, default: 0] > 0, "\(relation)") }
        }
    }

    private func datePart(_ row: BranchFiles.Row, female: Bool) -> String {
        let parts = row.text("TANGGAL LAHIR").split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return "?" }
        return [parts[0] + (female ? 40 : 0), parts[1], parts[2] % 100].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    }
}
