/// Headings of the kind that is imported, in several rows that cannot be read as one.
///
/// A workbook is refused for the sheet that has them: another one, of those who left, would be taken for the list.
struct UnclearHeadings: Error {
    let path: String
    let format: TableFormat
    /// The first of the rows.
    let line: Int
    /// True for more than two rows.
    let isDeeper: Bool
    /// The group that is not understood, where one alone is.
    let group: String?

    /// What the user is told.
    var fault: Fault {
        let rows = isDeeper ? "several rows, from \(line) on" : "two rows, \(line) and \(line + 1)"
        var hint = "Write them in one row, each over its own column; add up what makes one amount."
        var place = path
        if case .xlsx(let sheet?) = format {
            place += ", sheet \"\(FreeText.masked(sheet))\","
            hint += " Or name another sheet: --sheet NAME"
        }
        return Fault(
            .layoutUnknown,
            "The headings of \(place) stand in \(rows), and what stands below \(group ?? "the groups") is not known.",
            hint: hint)
    }
}
