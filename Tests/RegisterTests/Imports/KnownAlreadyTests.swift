import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Register

/// What makes a row more than what is known already.
@Suite struct KnownAlreadyTests {
    @Test func `an absence that goes on beyond a known one is taken`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let files = ["2026-01-04;2026-01-05", "2026-01-04;2026-01-29", "2026-01-10;2026-01-12"].map {
                    "Nomor Pegawai;Mulai;Selesai;Alasan\n10001;\($0);Cuti\n"
                }
                let accepted = try files.map { try office.imports(.absences, text: $0).accepted }
                #expect(accepted == [1, 1, 0])
            }
        }
    }

    @Test(arguments: [(";;;9", 1), (";;;0", 0), (";7;3;0", 0), (";6;4;0", 1), (";;;", 0)])
    func `men, women and foreigners tell rows apart where they are given`(figures: String, accepted: Int) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let files = [";7;3;0", figures].map {
                    """
                    Nomor WLKP;Nama Perusahaan;Alamat;Kode Wilayah;Jumlah TK;TK Laki-laki;TK Perempuan;TKA;Tanggal Lapor;Status
                    W-4;EMPAT, PT;Jl. Contoh;61.71;10\($0);09/05/2026;AKTIF

                    """
                }
                _ = try office.imports(.wlkp, text: files[0])
                let second = try office.imports(.wlkp, text: files[1] + " \n")
                #expect((second.accepted, second.rejected) == (accepted, 0))
            }
        }
    }

    @Test func `rows that are being mended stay when their file is refused again`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let first = try office.imports(
                    .workers, text: "NIK;Nama;Upah\n617101;Ani;1\n", asOf: "2026-10-31", employer: "90000001")
                let mended = "NIK;Nama;Upah;ALASAN PENOLAKAN\n6171014101909001;Ani;1;\n"
                let rejects = try #require(first.rejectsFile)
                try Data(mended.utf8).write(to: URL(filePath: rejects))
                let second = try office.imports(
                    .workers, text: "NIK;Nama;Upah\n617101;Ani;1\n", asOf: "2026-10-31", employer: "90000001")
                #expect(second.rejectsFile?.hasSuffix("rejects-2.csv") == true)
                #expect(try String(contentsOfFile: rejects, encoding: .utf8) == mended)
            }
        }
    }
}
