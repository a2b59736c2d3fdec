@testable import Reporting

/// Letters of an invented branch to an invented firm.
enum LetterSamples {
    static let number = "412/VII-05/1126"
    static let moment: Int64 = 1_793_577_600

    static func letter(
        subject: String, number: String = number, draft: Bool = false, joint: Bool = true, rows: Int = 0,
        documents: [String] = ["Daftar seluruh pekerja beserta NIK", "Formulir F2A terakhir"]
    ) -> JSONValue {
        [
            "draft": .boolean(draft),
            "letterhead": [
                "institution": "BPJS Kesehatan", "office": "Kantor Cabang Pontianak",
                "address": "Jalan Contoh Nomor 1, Pontianak", "phone": "(0561) 000000",
            ],
            "number": .string(number), "place": "Pontianak", "date": "16 November 2026", "classification": "Segera",
            "attachments": "1 (satu) berkas", "subject": .string(subject),
            "addressee": [
                "title": "Pimpinan", "name": "PT Khatulistiwa #Sejahtera* $1", "address": "Jalan Adisucipto Nomor 17",
                "city": "Kabupaten Kubu Raya",
            ],
            "legal_basis": ["Pasal 13 Peraturan Pemerintah Nomor 86 Tahun 2013."],
            "visit": [
                "day": "Kamis", "date": "3 Desember 2026", "time": "09.00 WIB", "place": "Ruang Rapat",
                "agenda": "Pemeriksaan kepatuhan pendaftaran pekerja",
            ],
            "contact": ["name": "Dewi Contoh", "phone": "0812-0000-0000"],
            "officers": joint ? [examiner, inspector] : [examiner],
            "documents": .strings(documents),
            "findings": [
                [
                    "code": "REG-02", "title": "Belum mendaftarkan seluruh pekerja",
                    "article": "UU 24/2011 Pasal 15 ayat (1)", "workers": "60", "months": "8", "amount": "Rp3.205.220",
                    "text": nil,
                ]
            ],
            "total": [
                "amount": .string(Rupiah.format(3_205_220, cents: true)),
                "words": .string(Terbilang.words(3_205_220) + " rupiah"),
            ],
            "deadline": ["date": "30 November 2026", "text": "10 (sepuluh) hari kerja sejak surat ini diterima"],
            "consequence": nil, "sanction": "administrative",
            "examination": [
                "date": "12 November 2026", "report": "5/LHPA/IV-02/1126", "report_date": "12 November 2026",
            ],
            "assignment": ["number": "398/VII-05/1126", "date": "9 November 2026"],
            "annex": rows == 0 ? nil : annex(rows: rows),
            "signatory": ["title": "Kepala Cabang", "name": "Maria Contoh", "number_label": "NPP", "number": "01234"],
            "copies": ["Kepala Dinas Tenaga Kerja dan Transmigrasi Provinsi Kalimantan Barat", "Arsip"],
            "trace": [
                "verification": "PTH-7Q4M-2K9D", "run": "18", "as_of": "31 Oktober 2026", "rule_set": "3f9a1c07",
                "parameters": "b81e55d2",
            ],
            "qr": "https://contoh.invalid/v/PTH-7Q4M-2K9D",
        ]
    }

    /// The letter with some of its facts replaced.
    static func letter(_ data: JSONValue, with changes: [String: JSONValue]) -> JSONValue {
        guard case .object(let members) = data else { return data }
        return .object(members.map { .init($0.name, changes[$0.name] ?? $0.value) })
    }

    static func job(_ template: String, _ data: JSONValue) -> TypesetJob {
        TypesetJob(template: "letters/\(template).typ", data: data, timestamp: moment)
    }

    private static let examiner: JSONValue = [
        "role": "Ketua tim", "name": "Rahmat Contoh", "number_label": "NPP", "number": "04321",
        "position": "Petugas Pemeriksa",
    ]

    private static let inspector: JSONValue = [
        "role": "Pendamping", "name": "Yohanes Contoh", "number_label": "NIP", "number": "19810412 200803 1 002",
        "position": "Pengawas Ketenagakerjaan Ahli Muda",
    ]

    private static func annex(rows: Int) -> JSONValue {
        [
            "title": "Daftar pekerja yang belum terdaftar",
            "columns": [
                ["title": "No.", "align": "center", "width": "auto"],
                ["title": "Nama", "align": "left", "width": "1fr"],
                ["title": "NIK", "align": "left", "width": "auto"],
                ["title": "Iuran", "align": "right", "width": "auto"],
            ],
            "rows": .array(
                (1...rows).map {
                    .strings(["\($0)", "Pekerja \($0)", "6112**********\($0 + 10)", "Rp53.420"])
                }),
            "total": ["", "Jumlah", "", "Rp3.205.220"],
        ]
    }
}
