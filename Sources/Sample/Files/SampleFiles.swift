/// Every file of a sample, open at once, so that firms can be written one by one.
struct SampleFiles {
    let offices: CSVWriter
    let officers: CSVWriter
    let absences: CSVWriter
    let labourList: CSVWriter
    let employers: CSVWriter
    let members: CSVWriter
    /// The wage lists of BPJS Ketenagakerjaan, oldest month first.
    let wages: [CSVWriter]
    let bills: CSVWriter
    let payments: CSVWriter
    let truth: CSVWriter

    init(folder: String, window: Window) throws {
        func file(_ name: String, _ header: String) throws -> CSVWriter {
            try CSVWriter(name: name, folder: folder, header: header)
        }
        offices = try file(FileName.offices, SampleFiles.officeHeader)
        officers = try file(
            FileName.officers, "Kode Kantor;Nomor Pegawai;Nama;Peran;Jabatan;Kapasitas per Bulan")
        absences = try file(FileName.absences, "Nomor Pegawai;Mulai;Selesai;Alasan")
        labourList = try file(FileName.labourList, SampleFiles.labourListHeader)
        employers = try file(FileName.employers, SampleFiles.employerHeader)
        var dataPer: [UInt8] = []
        dataPer.append(day: window.asOf, mark: UInt8(ascii: "-"))
        members = try CSVWriter(
            name: FileName.members, folder: folder, header: SampleFiles.memberHeader,
            preamble: [
                "DATA PESERTA JKN PER BADAN USAHA", "Data per: \(String(decoding: dataPer, as: UTF8.self))", "",
            ])
        wages = try window.months.map { month in
            try file(FileName.wages(of: month), "NIK;NO_PEGAWAI;KPJ;KODE_TK;NAMA_LENGKAP;TGL_LAHIR;UPAH;RAPEL;BLTH;NPP")
        }
        bills = try file(
            FileName.bills,
            "Kode Badan Usaha;Nama Badan Usaha;Virtual Account;Bulan;Jumlah Peserta;Jumlah Tagihan;Jatuh Tempo")
        payments = try file(
            FileName.payments, "Tanggal Bayar;Kode Badan Usaha;Virtual Account;Jumlah;Bank;Referensi")
        truth = try CSVWriter(
            name: FileName.truth, folder: folder, header: "rule,business,nik,months,amount",
            separator: UInt8(ascii: ","))
    }

    /// All files, the truth last.
    var all: [CSVWriter] {
        [offices, officers, absences, labourList, employers, members] + wages + [bills, payments, truth]
    }

    private static let officeHeader =
        "Kode Kantor;Jenis;Nama;Alamat;Kota;Kode Provinsi;Wilayah Kerja;Kepala;Jabatan Kepala;Nomor Pegawai Kepala;"
        + "Kode Unit Surat;Zona Waktu;Telepon;Kantor Mitra"

    private static let labourListHeader =
        "No;Nomor WLKP;Nama Perusahaan;Alamat;Kode Wilayah;Kabupaten/Kota;Kecamatan;NIB;NPWP;KBLI;Skala Usaha;"
        + "Jumlah TK;TK Laki-laki;TK Perempuan;TKA;Kode Badan Usaha;NPP BPJS TK;Tanggal Lapor;Status"

    private static let employerHeader =
        "Kode Badan Usaha;Nama Badan Usaha;Alamat;Kode Wilayah;Kabupaten/Kota;NPWP;NIB;NPP BPJS TK;Skala Usaha;"
        + "Virtual Account;Tanggal Registrasi;Status;Tanggal Nonaktif"

    private static let memberHeader =
        "NO;NIK;NAMA LENGKAP;TEMPAT LAHIR;TANGGAL LAHIR;JENIS KELAMIN;STATUS PERKAWINAN;ALAMAT;RT;RW;KELURAHAN;"
        + "KECAMATAN;KOTA/KAB;PROVINSI;KODE POS;NO HP;EMAIL;NO KARTU BPJS;KELAS RAWAT;KODE FASKES TK1;"
        + "NAMA FASKES TK1;TGL MULAI AKTIF;STATUS KEPESERTAAN;GAJI;KODE PERUSAHAAN;NAMA PERUSAHAAN;"
        + "HUBUNGAN KELUARGA;NIK PESERTA UTAMA;TGL NONAKTIF"
}
