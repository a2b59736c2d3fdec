/// Finds the layout of a file by its headings.
///
/// Of several layouts that fit, the one that reads more headings of the file is meant, then the one that cannot do
/// without more of them.
struct LayoutSearch {
    /// The file.
    let path: String
    /// The layouts of the import kind.
    let layouts: [ImportLayout]
    /// Those of other kinds, by which a file that was taken for the wrong kind is told.
    var others: [ImportLayout] = []

    /// Recognises the file.
    ///
    /// - Parameters:
    ///   - formats: the forms in which it may hold its table.
    ///   - sheet: the only sheet of a workbook to look at; nil for all that are visible.
    /// - Returns: what was recognised.
    /// - Throws: ``Fault`` with `layoutUnknown` or `layoutAmbiguous`.
    func find(in formats: [TableFormat], sheet: String? = nil) throws -> LayoutRecognition {
        do {
            if let found = try found(in: formats, sheet) { return found }
        } catch let unclear as UnclearHeadings {
            throw unclear.fault
        }
        throw unknown(nearest: nearest(in: try formats.map { try HeadingRows(path: path, format: $0) }))
    }

    private func found(in formats: [TableFormat], _ sheet: String?) throws -> LayoutRecognition? {
        if formats == [.xlsx(sheet: nil)] { return try SheetSearch(layouts: self).find(sheet) }
        guard sheet == nil else {
            throw Fault(.spreadsheetMalformed, "\(path) is no workbook: it has no sheets.", hint: "Leave --sheet out.")
        }
        for format in formats {
            if let found = try only(in: format) { return found }
        }
        return nil
    }

    /// What is recognised of one table; nil when no layout fits.
    ///
    /// - Throws: ``Fault`` with `layoutUnknown` for a table of another kind, or `layoutAmbiguous`; ``UnclearHeadings``.
    func only(in format: TableFormat) throws -> LayoutRecognition? {
        let table = try HeadingRows(path: path, format: format)
        let fullest = try Self.fullest(table, layouts)
        if let other = try other(table, isNeeded: fullest.isEmpty) {
            // A file that lacks a heading of its kind does not belong where no more of its headings are read.
            let near = fullest.isEmpty ? nearest(in: [table]) : nil
            let isOther =
                fullest.first.map { $0.fit < other.fit }
                ?? ((near?.read ?? 0) < other.fit.read && near.map(other.needsNoMore(than:)) != true)
            if isOther { throw otherKind(other.layout) }
        }
        if fullest.count > 1 { throw LayoutChoice(layouts: fullest.map(\.layout)).fault(path) }
        if let double = fullest.first?.doubles.first { throw twice(double) }
        return fullest.first
    }

    /// The best of the layouts of other kinds; headings that they cannot read matter where no other layout fits.
    private func other(_ table: HeadingRows, isNeeded: Bool) throws -> LayoutRecognition? {
        do {
            return try Self.fullest(table, others).first
        } catch let unclear as UnclearHeadings {
            if isNeeded { throw unclear.fault }
            return nil
        }
    }

    /// The layouts that fit best; several when they fit equally well.
    private static func fullest(_ table: HeadingRows, _ layouts: [ImportLayout]) throws -> [LayoutRecognition] {
        let found = try table.recognized(by: layouts)
        let most = found.map(\.fit).max { $0 < $1 } ?? (0, 0)
        return found.filter { $0.fit == most }
    }

    /// The layout that misses the fewest headings in a row that has at least two of them.
    private func nearest(in tables: [HeadingRows]) -> ImportLayout.Fit? {
        let fits = tables.flatMap(\.candidates).flatMap { row in layouts.map { $0.compared(to: row.headings) } }.filter
        { $0.read > 1 }
        return fits.min { ($0.missing.count, -$0.positions.count) < ($1.missing.count, -$1.positions.count) }
    }

    private func unknown(nearest: ImportLayout.Fit?) -> Fault {
        let missing = (nearest?.missing ?? []).joined(separator: ", ")
        guard let only = layouts.first, layouts.count == 1 else {
            let words = nearest.map { " The nearest is \($0.layout.layout), without: \(missing)." }
            return Fault(
                .layoutUnknown, "No row of \(path) has the headings of a known layout.\(words ?? "")",
                hint: "Known: \(layouts.map(\.layout).joined(separator: ", ")). See what one expects: --layout NAME")
        }
        return Fault(
            .layoutUnknown,
            "No row of \(path) has the headings of the layout \(only.layout)."
                + (nearest == nil ? "" : " The nearest is without: \(missing)."),
            hint: "Expected, in any order: "
                + only.columns.filter { $0.optional != true }.map(\.heading.text).joined(separator: ", "))
    }

    /// The error for a file that has a column twice: which one is meant, is not guessed.
    private func twice(_ headings: [String]) -> Fault {
        let names = headings.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        return Fault(
            .columnTwice, "\(path) has one column several times: \(names.joined(separator: ", ")).",
            hint: "Rename or remove those that are not meant; a staff number is called Nomor Pegawai.")
    }

    /// The error for a file that a layout of another kind fits better.
    private func otherKind(_ layout: ImportLayout) -> Fault {
        Fault(
            .layoutUnknown, "\(path) has the headings of another kind: \(layout.title).",
            hint: "Import it with: patuh import \(layout.kind) FILE")
    }
}
