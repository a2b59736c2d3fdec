import Postgres

/// The bill of a month.
struct BillRow: PaperRow {
    let firm: Int
    let month: CalendarDate
    let members: Int
    let amount: Int

    static let headings = ["Kode Badan Usaha", "Bulan", "Jumlah Peserta", "Jumlah Tagihan", "Jatuh Tempo"]

    func fields(_ branch: Branch) -> [String] {
        [branch.entityCode(firm), month.monthFirst, String(members), String(amount), month.days(9).dayFirst]
    }
}

/// A payment.
struct PaymentRow: PaperRow {
    let firm: Int
    let day: CalendarDate
    let amount: Int
    /// A reference with a number names the payment; a word does not.
    let reference: String

    static let headings = ["Tanggal Bayar", "Kode Badan Usaha", "Jumlah", "Bank", "Referensi"]

    func fields(_ branch: Branch) -> [String] {
        [day.dayFirst, branch.entityCode(firm), String(amount), "BCA", reference]
    }
}
