/// The names of a sample's files.
enum FileName {
    static let offices = "kantor.csv"
    static let officers = "petugas.csv"
    static let absences = "absensi_petugas.csv"
    static let labourList = "wlkp.csv"
    static let employers = "jkn_badan_usaha.csv"
    static let members = "jkn_peserta.csv"
    static let bills = "tagihan.csv"
    static let payments = "pembayaran.csv"
    static let truth = "truth.csv"

    static func wages(of month: SampleMonth) -> String { "bpjstk_upah_\(month).csv" }

    /// Whether a file could have been written by the generator.
    static func belongsToSample(_ name: String) -> Bool {
        let fixed = [offices, officers, absences, labourList, employers, members, bills, payments, truth]
        return fixed.contains(name) || (name.hasPrefix("bpjstk_upah_") && name.hasSuffix(".csv"))
    }
}
