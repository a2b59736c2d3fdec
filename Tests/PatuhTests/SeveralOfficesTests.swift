import TestSupport
import Testing

/// A database with a second branch: whoever names the office gets its answers.
@Suite struct SeveralOfficesTests {
    private static let base = "\(PatuhTemplates.root)/Tests/Scenarios/base"

    private static let secondBranch = """
        Kode Kantor;Jenis;Nama;Alamat;Kota;Kode Provinsi;Wilayah Kerja;Kepala;Jabatan Kepala;Nomor Pegawai Kepala;Kode Unit Surat;Zona Waktu;Telepon;Kantor Mitra
        1402;BPJS_KESEHATAN;Kantor Cabang Kedua;Jl. Contoh No. 12;Singkawang;61;61.72;Kepala Kedua;Kepala Cabang;00003;IV-03;WIB;(000) 5550003;DNK61

        """

    private static let bill = """
        Kode Badan Usaha;Bulan;Jumlah Peserta;Jumlah Tagihan;Jatuh Tempo
        01000001;2026-08;3;1000000;2026-08-10
        01000001;2026-09;3;1000000;2026-09-10

        """

    @Test func `a named office is audited, verified and compared by itself, and a comparison says what differs`()
        async throws
    {
        try await TestDatabase.with(PatuhTemplates.schema) { test in
            let tool = Tool(test)
            _ = try await tool.succeed("import", "offices", "\(Self.base)/kantor.csv")
            try #require(try await tool.run("import", "offices", "-", input: Self.secondBranch).exit == 0)
            let named = ["--office", "1401"]
            for (kind, file) in [("jkn-businesses", "jkn_badan_usaha"), ("payments", "pembayaran")] {
                try #require(
                    try await tool.run(["import", kind, "\(Self.base)/\(file).csv", "--as-of", "2026-10-31"] + named)
                        .exit == 0)
            }
            try #require(try await tool.run(["import", "bills", "-"] + named, input: Self.bill).exit == 0)
            let audit = ["audit", "run", "--as-of", "2026-10-31"] + named
            try #require(try await tool.run(audit).exit == 0)
            let slip = try await tool.run(
                "payment record --employer 01000001 --amount 1000000 --on 2026-10-30 --bank BRI --reference 1 --source s"
                    .split(separator: " ").map(String.init) + named)
            try #require(slip.exit == 0, "\(slip.err)")
            try #require(try await tool.run(audit).exit == 0)
            for options in [[], ["--run", "1"], ["F-000001"]] {
                let verified = try await tool.run(["audit", "verify"] + options + named)
                #expect(verified.exit == 0 && verified.err == "Every proof was reproduced.\n", "\(verified.err)")
            }
            let difference = try await tool.run(
                ["audit", "diff", "1", "2", "--section", "findings", "--lang", "en", "--format", "csv"] + named)
            try Golden.check(difference.out, "commands/audit-diff-en-csv.txt")
            let ambiguous = try await tool.run("audit", "verify")
            #expect(ambiguous.exit == 1 && ambiguous.err.contains("E-OFF-002"))
        }
    }
}
