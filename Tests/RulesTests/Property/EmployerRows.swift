import Postgres

/// A row of the master file of BPJS Kesehatan.
struct MasterRow: PaperRow {
    let firm: Int
    let registeredOn: CalendarDate
    let closedOn: CalendarDate?
    let givesNPP: Bool
    let givesNPWP: Bool

    static let headings = [
        "Kode Badan Usaha", "Nama Badan Usaha", "Alamat", "Kode Wilayah", "NPWP", "NPP BPJS TK", "Tanggal Registrasi",
        "Status", "Tanggal Nonaktif",
    ]

    func fields(_ branch: Branch) -> [String] {
        let known = branch.firms[firm]
        return [
            known.entityCode, known.name, "Jl. \(known.number)", known.regency, givesNPWP ? known.npwp : "",
            givesNPP ? known.npp : "", registeredOn.dayFirst, closedOn == nil ? "AKTIF" : "NONAKTIF",
            closedOn?.dayFirst ?? "",
        ]
    }
}

/// A row of the labour office's list.
struct ReportRow: PaperRow {
    let firm: Int
    let day: CalendarDate
    let workers: Int
    let isOpen: Bool

    static let headings = [
        "Nomor WLKP", "Nama Perusahaan", "Alamat", "Kode Wilayah", "NPWP", "Jumlah TK", "Kode Badan Usaha",
        "NPP BPJS TK", "Tanggal Lapor", "Status",
    ]

    func fields(_ branch: Branch) -> [String] {
        let known = branch.firms[firm]
        return [
            known.wlkpNumber, known.name, "Jl. \(known.number)", known.regency, known.showsNPWP ? known.npwp : "",
            String(workers), known.showsCode ? known.entityCode : "", known.showsNPP ? known.npp : "", day.dayFirst,
            isOpen ? "AKTIF" : "TUTUP",
        ]
    }
}

/// A row of another list, such as what an officer noted.
struct FieldRow: PaperRow {
    let firm: Int
    let workers: Int?
    let closedOn: CalendarDate?

    static let headings = [
        "Nama Badan Usaha", "Alamat", "Kode Wilayah", "NPP BPJS TK", "Kode Badan Usaha", "Nomor WLKP", "Jumlah TK",
        "Status", "Tanggal Tutup",
    ]

    func fields(_ branch: Branch) -> [String] {
        let known = branch.firms[firm]
        return [
            known.name, "Jl. \(known.number)", known.regency, known.showsNPP ? known.npp : "",
            known.showsCode ? known.entityCode : "", known.wlkpNumber, workers.map(String.init) ?? "",
            closedOn == nil ? "AKTIF" : "TUTUP", closedOn?.dayFirst ?? "",
        ]
    }
}

/// A total of workers.
struct CountRow: PaperRow {
    let firm: Int
    let month: CalendarDate
    let workers: Int
    let enrolled: Int?
    let wages: Int?
    let reported: Int?
    let deducted: Int?

    static let headings = [
        "Nomor WLKP", "Bulan", "Jumlah Pekerja", "Jumlah Peserta JKN", "Jumlah Upah", "Jumlah Upah Dilaporkan ke JKN",
        "Jumlah Potongan Iuran JKN",
    ]

    func fields(_ branch: Branch) -> [String] {
        [branch.firms[firm].wlkpNumber, month.monthFirst, String(workers)]
            + [enrolled, wages, reported, deducted].map { $0.map(String.init) ?? "" }
    }
}
