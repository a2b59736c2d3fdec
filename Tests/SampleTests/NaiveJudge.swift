import FoundationEssentials

/// Judges a branch from its files alone, as an auditor with a spreadsheet would.
///
/// It shares no code with the generator: what the generator planted must be found here, and nothing else.
struct NaiveJudge {
    private let files: BranchFiles
    private let month: String
    private let employers: [String: BranchFiles.Row]
    private let floors: [String: Int]
    /// UPAH in the last month by NPP and NIK.
    private var paid: [String: [String: Int]] = [:]
    /// GAJI of the workers on a member list in the last month, by employer and NIK.
    private var reported: [String: [String: Int]] = [:]
    private(set) var findings: [String] = []

    init(_ files: BranchFiles) throws {
        self.files = files
        month = try files.lastMonth()
        employers = Dictionary(
            uniqueKeysWithValues: try files.rows("jkn_badan_usaha.csv").map { ($0.text("Kode Badan Usaha"), $0) })
        let wages = BranchFiles(folder: SampleFixture.reference)
        let year = month.prefix(4)
        let column = year == "2026" ? "min_wage_2026" : "umk"
        let name = year == "2026" ? "umk_2026.csv" : "umk_2025_partial.csv"
        floors = try NaiveJudge.floors(wages.lines(name), column: column)
        try readWages()
        try readMembers()
        try judgeFirms()
        judgeWorkers()
        try judgeBills()
        findings.sort()
    }

    /// The notes of these files hold commas, the columns before them do not.
    private static func floors(_ lines: [String], column: String) throws -> [String: Int] {
        let header = lines.first?.split(separator: ",").map(String.init) ?? []
        guard let place = header.firstIndex(of: column) else { throw BranchFiles.Unreadable(name: column) }
        var floors: [String: Int] = [:]
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            floors[String(fields[0])] = Int(fields[place].prefix { $0 != "." })
        }
        return floors
    }

    private mutating func readWages() throws {
        for row in try files.rows("bpjstk_upah_\(month).csv") {
            paid[row.text("NPP"), default: [:]][row.text("NIK")] = row.number("UPAH")
        }
    }

    private mutating func readMembers() throws {
        let first = (Int(month.filter { $0 != "-" }) ?? 0) * 100 + 1
        for row in try files.members() where row.text("HUBUNGAN KELUARGA") == "TK" {
            let start = row.day("TGL MULAI AKTIF") ?? 0
            let end = row.day("TGL NONAKTIF") ?? 99_999_999
            // [start, end) overlaps the month; no month has more than 31 days.
            if start <= first + 30, end > first {
                reported[row.text("KODE PERUSAHAAN"), default: [:]][row.text("NIK")] = row.number("GAJI")
            }
        }
    }

    private mutating func judgeFirms() throws {
        let byTaxNumber = Set(employers.values.map { $0.text("NPWP") })
        let byBusinessNumber = Set(employers.values.map { $0.text("NIB") })
        for row in try files.rows("wlkp.csv") {
            let registered =
                employers[row.text("Kode Badan Usaha")] != nil || byTaxNumber.contains(row.text("NPWP"))
                || byBusinessNumber.contains(row.text("NIB"))
            if registered { continue }
            let names = paid[row.text("NPP BPJS TK")] ?? [:]
            let known = row.text("Status") == "AKTIF" && row.number("Jumlah TK") >= 1
            guard known || !names.isEmpty else { continue }
            let floor = floors[String(row.text("Kode Wilayah").prefix(5))] ?? -1
            let due =
                names.isEmpty
                ? row.number("Jumlah TK") * contribution(floor)
                : names.values.reduce(0) { $0 + contribution(base($1, floor)) }
            findings.append("REG-01,\(row.text("Nomor WLKP")),,,\(due)")
        }
    }

    private mutating func judgeWorkers() {
        for (code, employer) in employers where employer.text("Status") == "AKTIF" {
            let floor = floors[String(employer.text("Kode Wilayah").prefix(5))] ?? -1
            let members = reported[code] ?? [:]
            for (nik, wage) in paid[employer.text("NPP BPJS TK")] ?? [:] {
                let due = contribution(base(wage, floor))
                guard let told = members[nik] else {
                    findings.append("REG-02,\(code),\(nik),,\(due)")
                    continue
                }
                if base(wage, floor) > base(told, floor) {
                    findings.append("DAT-01,\(code),\(nik),,\(due - contribution(base(told, floor)))")
                }
            }
            for (nik, told) in members where told < floor {
                findings.append("DAT-02,\(code),\(nik),,\(contribution(floor) - contribution(told))")
            }
        }
    }

    private mutating func judgeBills() throws {
        var money: [String: Int] = [:]
        for row in try files.rows("pembayaran.csv") {
            money[row.text("Kode Badan Usaha"), default: 0] += row.number("Jumlah")
        }
        let bills = Dictionary(grouping: try files.rows("tagihan.csv")) { $0.text("Kode Badan Usaha") }
        for (code, rows) in bills {
            var rest = money[code] ?? 0
            var unpaid: [Int] = []
            for row in rows.sorted(by: { $0.text("Bulan") < $1.text("Bulan") }) where row.text("Bulan") < month {
                let amount = row.number("Jumlah Tagihan")
                if rest < amount { unpaid.append(amount - rest) }
                rest = max(0, rest - amount)
            }
            if !unpaid.isEmpty { findings.append("IUR-01,\(code),,\(unpaid.count),\(unpaid.reduce(0, +))") }
        }
    }

    private func base(_ wage: Int, _ floor: Int) -> Int { min(max(wage, floor), 12_000_000) }

    /// Four hundredths and one hundredth, each to the nearest rupiah, halves up.
    private func contribution(_ base: Int) -> Int {
        let employer = base / 25 + (base % 25 * 2 >= 25 ? 1 : 0)
        let worker = base / 100 + (base % 100 >= 50 ? 1 : 0)
        return employer + worker
    }
}
