import FoundationEssentials
import Postgres
import TestSupport
import Testing

/// What a reader sees of the money rules: the proof in both languages, and the ledger of the employer.
@Suite struct ContributionPageTests {
    /// A case of `Tests/Scenarios`, and lines that its proof must have in Indonesian and in English.
    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        let indonesian: [String]
        let english: [String]
        var testDescription: String { path }
        var rule: String { path.split(separator: "/").first.map(String.init) ?? "" }
    }

    static let cases = [
        Case(
            path: "IUR-01/twenty-five-months",
            indonesian: [
                "Sep 2024: ditagih Rp4.000.000 − dibayar Rp0 = kurang Rp4.000.000 (di luar plafon 24 bulan)",
                "Okt 2024: ditagih Rp4.000.000 − dibayar Rp0 = kurang Rp4.000.000\n", "Jumlah: Rp96.000.000\n",
            ],
            english: ["(beyond the ceiling of 24 months)", "Amount: Rp96.000.000\n"]),
        Case(
            path: "IUR-01/shares-known",
            indonesian: [
                "Sep 2026: dasar Rp9.000.000; pemberi kerja Rp360.000 + pekerja Rp90.000 = Rp450.000",
                "Agu 2026: ditagih Rp450.000 − dibayar Rp0 = kurang Rp450.000",
            ],
            english: ["Sep 2026: base Rp9.000.000; employer Rp360.000 + worker Rp90.000 = Rp450.000"]),
        Case(
            path: "IUR-02/bill-below-wages",
            indonesian: ["seharusnya Rp450.000 menurut upah terdaftar − ditagih Rp425.000 = kurang Rp25.000"],
            english: ["due Rp450.000 on the registered wages − billed Rp425.000 = short Rp25.000"]),
        Case(
            path: "IUR-02/earlier-month-without-a-member",
            indonesian: ["seharusnya paling sedikit Rp320.522 menurut upah minimum − ditagih Rp175.000"],
            english: ["due Rp320.522 at least, on the minimum wage − billed Rp175.000 = short Rp145.522"]),
        Case(
            path: "IUR-03/withheld-and-unpaid",
            indonesian: [
                "dipotong Rp90.000; ditagih Rp450.000, disetor Rp0; dari potongan belum disetor Rp90.000",
                "Jumlah: Rp90.000, bagian dari tunggakan iuran", "selalu diputuskan oleh pejabat",
            ],
            english: ["Amount: Rp90.000, part of the arrears and not added again"]),
        Case(
            path: "IUR-04/extra-family-and-more",
            indonesian: ["dipotong Rp100.003 − bagian pekerja Rp100.000 = lebih Rp3", "dikembalikan kepada pekerja"],
            english: ["withheld Rp100.003 − worker's share Rp100.000 = too much Rp3", "given back to the worker"]),
        Case(
            path: "REG-02H/fifteen-missing",
            indonesian: ["pemberi kerja Rp1.923.135 + pekerja Rp480.780 = Rp2.403.915", "Rp2.403.915 per bulan"],
            english: [
                "40 workers, and according to the member list or the same source 25 are enrolled: 15 are missing",
                "Amount: Rp2.403.915 a month",
            ]),
        Case(
            path: "REG-03/never-paid",
            indonesian: ["terdaftar sejak 15 Jun 2026", "Jumlah: Rp3.000.000, bagian dari tunggakan iuran"],
            english: ["has never paid", "Amount: Rp3.000.000, part of the arrears and not added again"]),
    ]

    @Test(arguments: cases)
    func `the proof does its sums before the reader, in both languages`(_ story: Case) async throws {
        try await TestDatabase.with(PatuhTemplates.schema) { test in
            let tool = try await Self.audited(story.path, test)
            let list = try await tool.succeed("finding", "list", "--rule", story.rule, "--format", "csv").out
            let first = try #require(list.split(whereSeparator: \.isNewline).dropFirst().first)
            let finding = try #require(first.split(separator: ",").first)
            for (language, expected) in [("id", story.indonesian), ("en", story.english)] {
                let page = try await tool.succeed("audit", "explain", String(finding), "--lang", language).out
                // Sentences are wrapped, lines of the arithmetic are not.
                let unwrapped = page.replacing("\n", with: " ")
                for line in expected {
                    #expect(page.contains(line) || unwrapped.contains(line), "\(line)\n\(page)")
                }
            }
        }
    }

    @Test func `the ledger tells which months lie beyond the ceiling`() async throws {
        try await TestDatabase.with(PatuhTemplates.schema) { test in
            let tool = try await Self.audited("IUR-01/thirty-months", test)
            let ledger = try await tool.succeed(
                "report", "employer", "01000001", "--section", "ledger", "--format", "csv"
            ).out.split(whereSeparator: \.isNewline).dropFirst()
            #expect(ledger.filter { $0.contains("di_luar_plafon_24") || $0.contains("di luar plafon") }.count == 6)
            #expect(ledger.prefix(6).allSatisfy { $0.contains("plafon") }, "the oldest ones")
            #expect(ledger.count == 30)
        }
    }

    @Test func `what other rules count already is added to no total`() async throws {
        try await TestDatabase.with(PatuhTemplates.schema) { test in
            let tool = try await Self.audited("IUR-03/withheld-and-unpaid", test)
            let totals = try await tool.succeed(
                "report", "branch", "--section", "employers", "--format", "csv"
            ).out
            #expect(totals.contains("450000"))
            #expect(!totals.contains("540000"), "450.000 of arrears and no 90.000 beside them")
        }
    }

    @Test func `a letter does not tell a suspicion of a crime`() async throws {
        try await TestDatabase.with(PatuhTemplates.schema) { test in
            _ = try await Self.audited("IUR-03/withheld-and-unpaid", test)
            let told: [String] = try await test.connect().run { session in
                try session.rows(
                    """
                    select l.rule_code
                    from (
                        select distinct f.business_id, o.office_id, audit.last_run(o.office_id) as run
                        from register.office as o
                        cross join lateral audit.findings_at(o.office_id, audit.last_run(o.office_id)) as f
                    ) as f
                    cross join lateral letter.findings(f.office_id, f.run, f.business_id, false) as l
                    """
                ).map { try $0.get("rule_code") }
            }
            #expect(told == ["IUR-01"])
        }
    }

    /// The case imported and audited.
    private static func audited(_ path: String, _ test: TestDatabase) async throws -> Tool {
        let tool = Tool(test)
        let folder = "\(PatuhTemplates.root)/Tests/Scenarios"
        let own = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(path)").sorted()
        let base = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/base").filter { !own.contains($0) }
        let files = own.map { "\(folder)/\(path)/\($0)" } + base.map { "\(folder)/base/\($0)" }
        for (stem, kind) in kinds {
            for file in files where file.split(separator: "/").last?.hasPrefix(stem) == true {
                let arguments = ["import", kind, file] + (kind == "payments" ? ["--as-of", "2026-12-31"] : [])
                let outcome = try await tool.run(arguments)
                try #require(outcome.exit == 0, "\(file): \(outcome.err)")
            }
        }
        let asOf = try String(contentsOfFile: "\(folder)/\(path)/as-of.txt", encoding: .utf8)
        _ = try await tool.succeed("audit", "run", "--as-of", String(asOf.prefix(10)))
        return tool
    }

    private static let kinds = [
        ("kantor", "offices"), ("jkn_badan_usaha", "jkn-businesses"), ("wlkp", "wlkp"), ("jkn_peserta", "jkn-members"),
        ("pekerja", "workers"), ("tagihan", "bills"), ("pembayaran", "payments"),
    ]
}
