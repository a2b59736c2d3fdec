import FoundationEssentials
import TestSupport
import Testing

/// What an employer's page says is what the audit knew.
@Suite struct EmployerPageTests {
    @Test func `the headcount is that of the lists that stand, up to the day of the audit`() async throws {
        try await TestDatabase.with(PatuhTemplates.schema) { test in
            let tool = Tool(test)
            let base = "\(PatuhTemplates.root)/Tests/Scenarios/base"
            _ = try await tool.succeed("import", "offices", "\(base)/kantor.csv")
            _ = try await tool.succeed("import", "jkn-businesses", "\(base)/jkn_badan_usaha.csv")
            for count in ["09-2026;7", "10-2026;9", "11-2026;12"] {
                let file = "Kode Badan Usaha;Bulan;Jumlah TK\n01000001;\(count)\n"
                #expect(try await tool.run(["import", "headcounts", "-"], input: file).exit == 0)
            }
            #expect(try await Self.headcount(tool) == "Headcount                9")
            _ = try await tool.succeed("import", "undo", "4", "--reason", "another firm")
            #expect(try await Self.headcount(tool) == "Headcount                7")
        }
    }

    @Test func `workers and members of a second record count once somebody has decided that it is the employer`()
        async throws
    {
        try await TestDatabase.with(PatuhTemplates.schema) { test in
            let tool = Tool(test)
            let base = "\(PatuhTemplates.root)/Tests/Scenarios/base"
            _ = try await tool.succeed("import", "offices", "\(base)/kantor.csv")
            _ = try await tool.succeed("import", "jkn-businesses", "\(base)/jkn_badan_usaha.csv")
            for (kind, file) in [
                (
                    // Registered under another code until it closed.
                    "jkn-businesses",
                    "Data per: 31-10-2026\nKode Badan Usaha;Nama Badan Usaha;Alamat;Kode Wilayah;NPWP;NIB;NPP BPJS TK;"
                        + "Skala Usaha;Virtual Account;Tanggal Registrasi;Status;Tanggal Nonaktif\n"
                        + "01000002;PT Contoh Lama;Jl. Contoh No. 2;61.71.03;;;;;;01/02/2019;NONAKTIF;01/07/2026\n"
                ),
                (
                    "jkn-members",
                    "Data per: 31-10-2026\nNIK;NAMA LENGKAP;TANGGAL LAHIR;JENIS KELAMIN;KELAS RAWAT;TGL MULAI AKTIF;"
                        + "STATUS KEPESERTAAN;GAJI;KODE PERUSAHAAN;HUBUNGAN KELUARGA;NIK PESERTA UTAMA;TGL NONAKTIF\n"
                        + "6171014101909001;Ani;01-01-1990;P;2;01-02-2020;AKTIF;4000000;01000001;TK;;\n"
                        + "6171014202929002;Tini;02-02-1992;P;2;01-02-2020;AKTIF;4000000;01000002;TK;;\n"
                ),
                ("headcounts", "Kode Badan Usaha;Bulan;Jumlah TK\n01000001;09-2026;7\n01000002;10-2026;9\n"),
            ] {
                let outcome = try await tool.run(["import", kind, "-"], input: file)
                #expect(outcome.exit == 0, "\(outcome.err)")
            }
            #expect(try await Self.facts(tool) == ["Headcount                7", "Workers enrolled in JKN  1"])
            _ = try await tool.succeed("business", "match", "accept", "01000002", "01000001", "--reason", "one owner")
            #expect(try await Self.facts(tool) == ["Headcount                9", "Workers enrolled in JKN  2"])
        }
    }

    private static func facts(_ tool: Tool) async throws -> [String] {
        let headcount = try await headcount(tool)
        let page = try await tool.succeed("report", "employer", "01000001", "--lang", "en").out
        return [headcount, page.split(separator: "\n").first { $0.hasPrefix("Workers enrolled") }.map(String.init)]
            .compactMap(
                \.self)
    }

    private static func headcount(_ tool: Tool) async throws -> String? {
        _ = try await tool.succeed("audit", "run", "--as-of", "2026-10-31")
        let page = try await tool.succeed("report", "employer", "01000001", "--lang", "en").out
        return page.split(separator: "\n").first { $0.hasPrefix("Headcount") }.map(String.init)
    }
}
