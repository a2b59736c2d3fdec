import Postgres

/// A worker on the member list of BPJS Kesehatan.
struct MemberRow: PaperRow {
    let firm: Int
    let worker: Int
    let wage: Int
    let from: CalendarDate
    let to: CalendarDate?

    static let headings = [
        "NIK", "NAMA LENGKAP", "TANGGAL LAHIR", "JENIS KELAMIN", "KELAS RAWAT", "TGL MULAI AKTIF",
        "STATUS KEPESERTAAN", "GAJI", "KODE PERUSAHAAN", "HUBUNGAN KELUARGA", "NIK PESERTA UTAMA", "TGL NONAKTIF",
    ]

    func fields(_ branch: Branch) -> [String] {
        let person = Somebody(number: worker)
        return [
            person.nik, person.name, person.birth.dayFirst, person.isWoman ? "P" : "L", "2", from.dayFirst,
            to == nil ? "AKTIF" : "NONAKTIF", String(wage), branch.entityCode(firm), "TK", "", to?.dayFirst ?? "",
        ]
    }
}

/// A worker on a wage file of BPJS Ketenagakerjaan.
struct WageRow: PaperRow {
    let firm: Int
    let worker: Int
    let month: CalendarDate
    let wage: Int

    static let headings = ["NIK", "NAMA_LENGKAP", "TGL_LAHIR", "UPAH", "BLTH", "NPP"]

    func fields(_ branch: Branch) -> [String] {
        let person = Somebody(number: worker)
        return [
            person.nik, person.name, person.birth.dayFirst, String(wage), month.monthFirst, branch.npp(firm),
        ]
    }
}

/// A worker on the employer's own full list.
struct PayrollRow: PaperRow {
    let firm: Int
    let worker: Int
    var wage: Int?
    var hiredOn: CalendarDate?
    var leftOn: CalendarDate?
    var givesNIK = true
    var isPensioner = false

    static let headings = [
        "Kode Badan Usaha", "NIK", "Nama", "Tanggal Lahir", "Upah", "Mulai Bekerja", "Selesai Bekerja",
        "Status Pegawai",
    ]

    func fields(_ branch: Branch) -> [String] {
        let person = Somebody(number: worker)
        return [
            branch.entityCode(firm), givesNIK ? person.nik : "", person.name, person.birth.dayFirst,
            wage.map(String.init) ?? "", hiredOn?.dayFirst ?? "", leftOn?.dayFirst ?? "",
            isPensioner ? "PENERIMA PENSIUN" : "",
        ]
    }
}

/// A worker on a form of those who come, go or change.
struct ChangeRow: PaperRow {
    enum Change: String, Sendable, CaseIterable {
        case comes = "Baru"
        case changes = "Perubahan data"
        case leaves = "Keluar"
    }

    let firm: Int
    let worker: Int
    let change: Change
    /// When the change happens; of departures the day of the form where it is not said.
    var on: CalendarDate?
    var wage: Int?
    var givesNIK = true

    static let headings = [
        "Kode Badan Usaha", "NIK", "Nama", "Tanggal Lahir", "Jenis Perubahan", "Tanggal Perubahan", "Upah",
        "Mulai Bekerja",
    ]

    func fields(_ branch: Branch) -> [String] {
        let person = Somebody(number: worker)
        return [
            branch.entityCode(firm), givesNIK ? person.nik : "", person.name, person.birth.dayFirst, change.rawValue,
            on?.dayFirst ?? "", wage.map(String.init) ?? "", change == .comes ? on?.dayFirst ?? "" : "",
        ]
    }
}
