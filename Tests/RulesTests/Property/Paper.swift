import Postgres
import Register

/// A file as it came in.
struct Paper: Sendable {
    let kind: PaperKind
    /// The day that the file speaks of; of payments the day up to which they are complete.
    var day: CalendarDate
    var rows: [any PaperRow]
    /// The paper whose refused rows these are, mended.
    var mends: Int?
    /// The paper that this one replaces as a whole.
    var replaces: Int?
    /// Taken back after everything has come in.
    var isTakenBack = false

    /// The lines of the file, under its titles and headings.
    func lines(_ branch: Branch, number: Int) -> [String] {
        var headings = kind.headings
        if mends != nil { headings.append("ALASAN PENOLAKAN") }
        return titles(number) + [headings.joined(separator: ";")]
            + rows.map { row in
                (row.fields(branch) + (mends == nil ? [] : ["diperbaiki"])).joined(separator: ";")
            }
    }

    /// How many lines stand above the rows.
    var linesAbove: Int { titles(0).count + 1 }

    private func titles(_ number: Int) -> [String] {
        ["BERKAS NO \(number)"] + (kind.hasDate ? ["Data per: \(day.dayFirst)"] : [])
    }

    func fileName(_ number: Int) -> String {
        if let mends { return "\(kind.rawValue)_\(mends).csv.rejects.csv" }
        return "\(kind.rawValue)_\(number).csv"
    }
}

/// What a file is a list of.
enum PaperKind: String, CaseIterable, Sendable {
    case master, report, field, count, members, wages, payroll, changes, bills, payments, segments

    var importKind: ImportKind {
        switch self {
        case .master: .jknBusinesses
        case .report: .wlkp
        case .field: .businesses
        case .count: .headcounts
        case .members: .jknMembers
        case .wages: .bpjstkWages
        case .payroll, .changes: .workers
        case .bills: .bills
        case .payments: .payments
        case .segments: .segments
        }
    }

    /// The layout, where the headings alone would not tell.
    var layout: String? {
        switch self {
        case .payroll: "daftar_pekerja"
        case .changes: "perubahan_pekerja"
        default: nil
        }
    }

    /// Whether the file has one date for all rows.
    var hasDate: Bool { [.master, .field, .members, .payroll, .changes, .segments].contains(self) }

    var headings: [String] {
        switch self {
        case .master: MasterRow.headings
        case .report: ReportRow.headings
        case .field: FieldRow.headings
        case .count: CountRow.headings
        case .members: MemberRow.headings
        case .wages: WageRow.headings
        case .payroll: PayrollRow.headings
        case .changes: ChangeRow.headings
        case .bills: BillRow.headings
        case .payments: PaymentRow.headings
        case .segments: SegmentRow.headings
        }
    }
}

/// A row of a paper.
protocol PaperRow: Sendable {
    static var headings: [String] { get }
    /// The firm it is about; ``Paper/nobody`` for a number that no firm has.
    var firm: Int { get }
    func fields(_ branch: Branch) -> [String]
}

extension Paper {
    /// Stands for a kode badan usaha that no list gives.
    static let nobody = -1
}

extension Branch {
    func entityCode(_ firm: Int) -> String { firm == Paper.nobody ? "09999999" : firms[firm].entityCode }
    func npp(_ firm: Int) -> String { firm == Paper.nobody ? "79999999" : firms[firm].npp }
}

extension CalendarDate {
    /// As Indonesian files write it: 31-10-2026.
    var dayFirst: String { "\(Firm.padded(day, 2))-\(Firm.padded(month, 2))-\(year)" }
    /// As month of a list: 10-2026.
    var monthFirst: String { "\(Firm.padded(month, 2))-\(year)" }

    func months(_ number: Int) -> CalendarDate { adding(months: number) }
    func days(_ number: Int) -> CalendarDate { adding(days: number) }
}
