import Testing

@testable import Sample

@Suite struct LayoutTests {
    @Test func `headers are those the importers know`() throws {
        try SampleFixture.withSample(SampleFixture.options(businesses: 8)) { files, _ in
            let headers = [
                "kantor.csv": "Kode Kantor;Jenis;Nama;Alamat;Kota;Kode Provinsi;Wilayah Kerja;Kepala;Jabatan Kepala;"
                    + "Nomor Pegawai Kepala;Kode Unit Surat;Zona Waktu;Telepon;Kantor Mitra",
                "petugas.csv": "Kode Kantor;Nomor Pegawai;Nama;Peran;Jabatan;Kapasitas per Bulan",
                "absensi_petugas.csv": "Nomor Pegawai;Mulai;Selesai;Alasan",
                "wlkp.csv": "No;Nomor WLKP;Nama Perusahaan;Alamat;Kode Wilayah;Kabupaten/Kota;Kecamatan;NIB;NPWP;"
                    + "KBLI;Skala Usaha;Jumlah TK;TK Laki-laki;TK Perempuan;TKA;Kode Badan Usaha;NPP BPJS TK;"
                    + "Tanggal Lapor;Status",
                "jkn_badan_usaha.csv": "Kode Badan Usaha;Nama Badan Usaha;Alamat;Kode Wilayah;Kabupaten/Kota;NPWP;"
                    + "NIB;NPP BPJS TK;Skala Usaha;Virtual Account;Tanggal Registrasi;Status;Tanggal Nonaktif",
                "bpjstk_upah_2026-10.csv": "NIK;NO_PEGAWAI;KPJ;KODE_TK;NAMA_LENGKAP;TGL_LAHIR;UPAH;RAPEL;BLTH;NPP",
                "tagihan.csv": "Kode Badan Usaha;Nama Badan Usaha;Virtual Account;Bulan;Jumlah Peserta;"
                    + "Jumlah Tagihan;Jatuh Tempo",
                "pembayaran.csv": "Tanggal Bayar;Kode Badan Usaha;Virtual Account;Jumlah;Bank;Referensi",
                "truth.csv": "rule,business,nik,months,amount",
            ]
            for (name, header) in headers { #expect(try files.lines(name).first == header, "\(name)") }
            let members = try files.lines("jkn_peserta.csv")
            #expect(members.prefix(3) == ["DATA PESERTA JKN PER BADAN USAHA", "Data per: 31-10-2026", ""])
            #expect(members[3].split(separator: ";").count == 29)
            #expect(members[3].hasPrefix("NO;NIK;NAMA LENGKAP;TEMPAT LAHIR;TANGGAL LAHIR;JENIS KELAMIN;"))
            #expect(members[3].hasSuffix(";HUBUNGAN KELUARGA;NIK PESERTA UTAMA;TGL NONAKTIF"))
        }
    }

    @Test func `the summary counts rows and workers as they are`() throws {
        try SampleFixture.withSample(SampleFixture.options(seed: 51)) { files, summary in
            #expect(summary.files.map(\.name).sorted() == (try files.names))
            for file in summary.files {
                let titles = file.name == "jkn_peserta.csv" ? 4 : 1
                #expect(try files.lines(file.name).count == file.rows + titles, "\(file.name)")
            }
            var workers = Set(try files.members().filter { $0.text("GAJI") != "" }.map { $0.text("NIK") })
            for name in try files.names where name.hasPrefix("bpjstk_upah_") {
                workers.formUnion(try files.rows(name).map { $0.text("NIK") })
            }
            // Somebody forgotten by both offices stands in no file.
            #expect(workers.count <= summary.workers && workers.count > summary.workers * 97 / 100)
        }
    }

    @Test func `offices know each other and their officers`() throws {
        try SampleFixture.withSample(SampleFixture.options()) { files, _ in
            let offices = try files.rows("kantor.csv")
            #expect(offices.map { $0.text("Kode Kantor") } == ["1401", "DNK61"])
            #expect(offices.map { $0.text("Kantor Mitra") } == ["DNK61", "1401"])
            #expect(offices.allSatisfy { $0.text("Wilayah Kerja") == "61.71|61.12|61.02" })
            let officers = try files.rows("petugas.csv")
            let examiners = officers.filter { $0.text("Peran") == "PEMERIKSA" }
            let inspectors = officers.filter { $0.text("Peran") == "PENGAWAS" }
            #expect(examiners.count == 3 && examiners.allSatisfy { $0.text("Nomor Pegawai").count == 5 })
            #expect(inspectors.count == 2 && inspectors.allSatisfy { $0.text("Nomor Pegawai").count == 18 })
            #expect(Set(officers.map { $0.text("Nomor Pegawai") }).count == 5)
            for absence in try files.rows("absensi_petugas.csv") {
                #expect(absence.text("Mulai") >= "2026-11-01" && absence.text("Selesai") <= "2026-12-31")
                #expect(absence.text("Mulai") <= absence.text("Selesai"))
            }
        }
    }

    @Test func `identifiers have their lengths and never repeat`() throws {
        try SampleFixture.withSample(SampleFixture.options(seed: 52, businesses: 200, months: 2)) { files, _ in
            let firms = try files.rows("jkn_badan_usaha.csv")
            for (column, length) in [("Kode Badan Usaha", 8), ("NIB", 13), ("NPWP", 20), ("Virtual Account", 16)] {
                #expect(firms.allSatisfy { $0.text(column).count == length }, "\(column)")
                #expect(Set(firms.map { $0.text(column) }).count == firms.count, "\(column)")
            }
            let reports = try files.rows("wlkp.csv")
            #expect(Set(reports.map { $0.text("Nomor WLKP") }).count == reports.count)
            #expect(reports.allSatisfy { !$0.text("NPWP").isEmpty || !$0.text("NIB").isEmpty })
            #expect(reports.allSatisfy { (20_251_101...20_261_031).contains($0.day("Tanggal Lapor") ?? 0) })
        }
    }
}
