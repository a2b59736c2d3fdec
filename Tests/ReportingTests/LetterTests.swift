import Testing

@testable import Reporting

@Suite(.enabled(if: Typesetting.installation != nil, "the typesetter is not installed"))
struct LetterTests {
    private func text(_ template: String, _ data: JSONValue) async throws -> String {
        let pdf = try #require(try await Typesetting.typeset([LetterSamples.job(template, data)]).first)
        #expect(pdf.starts(with: Array("%PDF-".utf8)))
        return try await Typesetting.text(pdf)
    }

    @Test func summons() async throws {
        let text = try await text("sppk", LetterSamples.letter(subject: "Panggilan Pemeriksaan"))
        for part in [
            "BPJS KESEHATAN", "KANTOR CABANG PONTIANAK", "Nomor : \(LetterSamples.number)",
            "Pontianak, 16 November 2026", "Hal : Panggilan Pemeriksaan", "Yth. Pimpinan",
            // What looks like markup in the data stays text.
            "PT Khatulistiwa #Sejahtera* $1", "Pasal 11 huruf c Undang-Undang Nomor 24 Tahun 2011",
            "Hari, tanggal : Kamis, 3 Desember 2026", "Waktu : 09.00 WIB", "NPP 04321",
            "bersama Pengawas Ketenagakerjaan", "surat kuasa", "Kepala Cabang,", "Maria Contoh", "2. Arsip",
            "DAFTAR PERMINTAAN/PEMINJAMAN", "1. Daftar seluruh pekerja beserta NIK", "Halaman 1 dari 2",
            "Halaman 2 dari 2", "Kode verifikasi PTH-7Q4M-2K9D", "Kaidah 3f9a1c07",
        ] { #expect(text.contains(part), "\(part)") }
        #expect(!text.contains("KONSEP"))
        #expect(!text.contains("Yth. Arsip"))
    }

    @Test func summonsByTheBranchAlone() async throws {
        let data = LetterSamples.letter(subject: "Panggilan Pemeriksaan", joint: false, documents: [])
        let text = try await text("sppk", data)
        #expect(!text.contains("Pengawas Ketenagakerjaan"))
        #expect(!text.contains("Lampiran surat ini"))
        #expect(text.contains("Halaman 1 dari 1"))
    }

    @Test func fieldNotice() async throws {
        let text = try await text("sppl", LetterSamples.letter(subject: "Pemberitahuan Pemeriksaan Lapangan"))
        #expect(text.contains("Surat Perintah Tugas Nomor 398/VII-05/1126 tanggal 9 November 2026"))
        #expect(text.contains("pemeriksaan lapangan di tempat usaha Saudara"))
        #expect(text.contains("menghubungi Dewi Contoh pada nomor telepon 0812-0000-0000"))
    }

    @Test func firstWarning() async throws {
        let data = LetterSamples.letter(subject: "Teguran Tertulis Pertama", rows: 60, documents: [])
        let text = try await text("teguran-1", data)
        for part in [
            "Menunjuk pemeriksaan kepatuhan yang dilaksanakan pada tanggal 12 November 2026 berdasarkan Surat Perintah Tugas",
            "Belum mendaftarkan seluruh pekerja", "Rp3.205.220,00",
            "tiga juta dua ratus lima ribu dua ratus dua puluh rupiah", "Pasal 15 ayat (1) dan ayat (2)",
            "Pasal 5 dan Pasal 6 Peraturan Pemerintah Nomor 86 Tahun 2013",
            "10 (sepuluh) hari kerja sejak surat ini diterima", "paling lambat tanggal 30 November 2026",
            "Teguran Tertulis Kedua", "0,1%", "tidak mendapat pelayanan publik tertentu", "6112**********70",
            "DAFTAR PEKERJA YANG BELUM TERDAFTAR", "Jumlah Rp3.205.220",
        ] { #expect(text.contains(part), "\(part)") }
        // The table's header stands on each of its pages.
        #expect(text.components("No. Nama NIK Iuran") == 2)
    }

    @Test func firstWarningWithoutWhatMayBeMissing() async throws {
        let data = LetterSamples.letter(
            LetterSamples.letter(subject: "Teguran Tertulis Pertama", documents: []),
            with: ["total": nil, "deadline": nil, "assignment": nil, "contact": nil, "qr": nil, "copies": ["Arsip"]])
        let text = try await text("teguran-1", data)
        #expect(text.contains("paling lama 10 (sepuluh) hari kerja sejak surat ini diterima."))
        #expect(
            text.contains(
                "dilaksanakan pada tanggal 12 November 2026 dan Laporan Hasil Pemeriksaan Akhir Nomor 5/LHPA/IV-02/1126"
            ))
        #expect(text.contains("Tembusan: Arsip") || text.contains("Tembusan: Maria Contoh Arsip"))
        for part in ["Rp", "Surat Perintah Tugas", "menghubungi", "Lampiran surat ini", "none"] {
            #expect(!text.contains(part), "\(part)")
        }
    }

    @Test func aGivenConsequenceReplacesTheUsualOne() async throws {
        let data = LetterSamples.letter(
            LetterSamples.letter(subject: "Teguran Tertulis Pertama"), with: ["consequence": "Akibat yang lain."])
        let text = try await text("teguran-1", data)
        #expect(text.contains("Akibat yang lain."))
        #expect(!text.contains("0,1%"))
    }

    @Test func twoAnnexesAreNumbered() async throws {
        let text = try await text("sppl", LetterSamples.letter(subject: "Pemberitahuan", rows: 3))
        #expect(text.contains("Lampiran I Surat"))
        #expect(text.contains("Lampiran II Surat"))
        #expect(text.contains("Halaman 3 dari 3"))
    }

    @Test func aDraftHasNoNumberAndSaysSo() async throws {
        let text = try await text("sppk", LetterSamples.letter(subject: "Panggilan Pemeriksaan", draft: true))
        #expect(text.contains("KONSEP, belum diterbitkan"))
        #expect(text.contains("Nomor : …"))
        #expect(!text.contains(LetterSamples.number))
    }
}

extension String {
    fileprivate func components(_ part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
