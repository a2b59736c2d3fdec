import Postgres

/// A participant on a list by segment, which names no employer.
struct SegmentRow: PaperRow {
    enum Segment: String, CaseIterable {
        case pbi = "PBI"
        case pbpu = "PBPU"
        case pemda = "PBPU Pemda"
    }

    /// The firm for which the dice put it there.
    let firm: Int
    let worker: Int
    let segment: Segment
    let from: CalendarDate?

    static let headings = ["NIK", "Nama", "Segmen", "Tanggal Mulai"]

    func fields(_ branch: Branch) -> [String] {
        let person = Somebody(number: worker)
        return [person.nik, person.name, segment.rawValue, from?.dayFirst ?? ""]
    }
}
