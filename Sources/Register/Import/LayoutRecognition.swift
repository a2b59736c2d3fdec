/// What was recognised of a file: its layout, its form, where its headings stand and which date its title names.
struct LayoutRecognition {
    let layout: ImportLayout
    let format: TableFormat
    let positions: [Int]
    let headingLine: Int
    /// The headings of the file, also of the columns that are not read.
    let headings: [String]
    /// Number of headings; a row may not have more values.
    var width: Int { headings.count }
    let titles: Titles
    /// Headings that no column of the layout reads.
    let unread: [String]
    /// Headings that are one and the same column.
    let doubles: [[String]]
    /// The column of reasons in a file of refused rows.
    var reasons: Int? { headings.firstIndex(of: RejectsFile.heading) }
    /// True for a file of refused rows: it belongs to the list that they were refused from.
    var bringsBackRows: Bool { reasons != nil }
    /// The sheets of the workbook that are not read.
    var otherSheets: [ImportOutcome.Sheet] = []

    /// The sheet that is read, of a workbook.
    var sheet: String? {
        if case .xlsx(let sheet) = format { sheet } else { nil }
    }

    /// The values that hold for every row: of a bank's statement, the bank that its titles name before that of the layout.
    var constants: [String: String] {
        var constants = layout.constants ?? [:]
        if constants["bank"] != nil, let bank = titles.bank { constants["bank"] = bank }
        return constants
    }

    /// How well the layout fits: the number of headings that it reads, then of those that it cannot do without.
    var fit: (read: Int, needed: Int) {
        (Set(positions).count, layout.columns.count { $0.optional != true })
    }

    /// True where a layout lacks one heading, and this one needs none but such as that reads: names and NIKs do not say
    /// what a list is of.
    func needsNoMore(than near: ImportLayout.Fit) -> Bool {
        let needed = zip(layout.columns, positions).filter { $0.0.optional != true }.map(\.1)
        return near.missing.count == 1 && Set(needed).isSubset(of: near.positions)
    }
}
