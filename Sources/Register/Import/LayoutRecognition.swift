import Postgres

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
    let titles: TitleDates
    /// Numbers of eight digits and more in the title rows, such as a kode badan usaha or a virtual account.
    let titleNumbers: Set<String>
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

    /// How well the layout fits: the number of headings that it reads, then of those that it cannot do without.
    private var fit: (read: Int, needed: Int) {
        (Set(positions).count, layout.columns.count { $0.optional != true })
    }

    /// Rows above the headings that are searched.
    private static let searchedRows = 30

    /// Recognises a file by its headings, among the layouts of an import kind.
    ///
    /// Of several layouts that fit, the one that reads more headings of the file is meant, then the one that cannot do
    /// without more of them.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - formats: the forms in which it may hold its table.
    ///   - layouts: those of the kind.
    ///   - others: those of other kinds, by which a file that was taken for the wrong kind is told.
    ///   - sheet: the only sheet of a workbook to look at; nil for all that are visible.
    /// - Returns: what was recognised.
    /// - Throws: ``Fault`` with `layoutUnknown` or `layoutAmbiguous`.
    static func recognize(
        path: String, formats: [TableFormat], layouts: [ImportLayout], others: [ImportLayout] = [],
        sheet: String? = nil
    ) throws -> LayoutRecognition {
        if formats == [.xlsx(sheet: nil)] {
            let found = try SheetSearch(path: path, layouts: layouts, others: others).find(sheet)
            if let found { return found }
        } else if sheet != nil {
            throw Fault(.spreadsheetMalformed, "\(path) is no workbook: it has no sheets.", hint: "Leave --sheet out.")
        } else {
            for format in formats {
                if let found = try only(path: path, format: format, layouts: layouts, others: others) { return found }
            }
        }
        let nearest = try Self.nearest(path: path, formats: formats, layouts: layouts)
        let missing = (nearest?.missing ?? []).joined(separator: ", ")
        guard let only = layouts.first, layouts.count == 1 else {
            let words = nearest.map { " The nearest is \($0.layout.layout), without: \(missing)." }
            throw Fault(
                .layoutUnknown, "No row of \(path) has the headings of a known layout.\(words ?? "")",
                hint: "Known: \(layouts.map(\.layout).joined(separator: ", ")). See what one expects: --layout NAME")
        }
        throw Fault(
            .layoutUnknown,
            "No row of \(path) has the headings of the layout \(only.layout)."
                + (nearest == nil ? "" : " The nearest is without: \(missing)."),
            hint: "Expected, in any order: "
                + only.columns.filter { $0.optional != true }.map(\.heading).joined(separator: ", "))
    }

    /// The layout that fits a table; nil when none does.
    ///
    /// - Throws: ``Fault`` with `layoutUnknown` for a table of another kind, or `layoutAmbiguous`.
    static func only(
        path: String, format: TableFormat, layouts: [ImportLayout], others: [ImportLayout]
    ) throws -> LayoutRecognition? {
        let fullest = try Self.fullest(path: path, format: format, layouts: layouts)
        let other = try Self.fullest(path: path, format: format, layouts: others).first
        if let other {
            // A file that lacks a heading of its kind does not belong where no more of its headings are read.
            let near = fullest.isEmpty ? try nearest(path: path, formats: [format], layouts: layouts)?.read ?? 0 : 0
            if fullest.first.map({ $0.fit < other.fit }) ?? (near < other.fit.read) { throw other.otherKind(path) }
        }
        if fullest.count > 1 { throw LayoutChoice(layouts: fullest.map(\.layout)).fault(path) }
        return try fullest.first.map { try $0.withoutDoubles(path) }
    }

    /// The layouts that fit best; several when they fit equally well.
    private static func fullest(
        path: String, format: TableFormat, layouts: [ImportLayout]
    ) throws -> [LayoutRecognition] {
        let found = try matches(path: path, format: format, layouts: layouts)
        let most = found.map(\.fit).max { $0 < $1 } ?? (0, 0)
        return found.filter { $0.fit == most }
    }

    /// The layout that misses the fewest headings in a row that has at least two of them.
    private static func nearest(
        path: String, formats: [TableFormat], layouts: [ImportLayout]
    ) throws -> ImportLayout.Fit? {
        var best: ImportLayout.Fit?
        for format in formats {
            let reader = try format.open(path)
            var record = TableRecord()
            for _ in 0..<searchedRows {
                guard try reader.read(into: &record) else { break }
                let fits = layouts.map { $0.compared(to: record.texts) }.filter { $0.read > 1 }
                for fit in fits {
                    guard let old = best else { best = fit; continue }
                    if (fit.missing.count, -fit.positions.count) < (old.missing.count, -old.positions.count) {
                        best = fit
                    }
                }
            }
        }
        return best
    }

    /// The recognition, unless the file has a column twice: which one is meant, is not guessed.
    private func withoutDoubles(_ path: String) throws -> LayoutRecognition {
        guard let double = doubles.first else { return self }
        let names = double.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        throw Fault(
            .columnTwice, "\(path) has one column several times: \(names.joined(separator: ", ")).",
            hint: "Rename or remove those that are not meant; a staff number is called Nomor Pegawai.")
    }

    /// The error for a file that a layout of another kind fits better.
    private func otherKind(_ path: String) -> Fault {
        Fault(
            .layoutUnknown, "\(path) has the headings of another kind: \(layout.title).",
            hint: "Import it with: patuh import \(layout.kind) FILE")
    }

    /// Headings that stand in no column that is read, without those that number the rows.
    private static func unread(_ headings: [String], besides positions: [Int]) -> [String] {
        headings.enumerated().filter { !positions.contains($0.offset) && $0.element != RejectsFile.heading }
            .map { FreeText.masked($0.element.split(whereSeparator: \.isWhitespace).joined(separator: " ")) }
            .filter { !["", "no", "no.", "nomor", "no urut"].contains($0.lowercased()) }
    }

    private static func matches(
        path: String, format: TableFormat, layouts: [ImportLayout]
    ) throws -> [LayoutRecognition] {
        let rows = try firstRows(path: path, format: format)
        var titles = TitleDates()
        var titleNumbers: Set<String> = []
        for (index, row) in rows.prefix(searchedRows).enumerated() {
            let next = index + 1 < rows.count && rows[index + 1].line == row.lastLine + 1 ? rows[index + 1] : nil
            let stacked = next.flatMap { StackedHeadings(top: row.headings, below: $0.headings) }
            let found = layouts.compactMap { layout in
                let headings = stacked?.joined(for: layout) ?? row.headings
                return layout.fitted(to: headings).map {
                    LayoutRecognition(
                        layout: $0.layout, format: format, positions: $0.positions,
                        headingLine: (stacked == nil ? row : next ?? row).line, headings: headings,
                        titles: titles, titleNumbers: titleNumbers, unread: unread(headings, besides: $0.positions),
                        doubles: $0.doubles)
                }
            }
            if !found.isEmpty { return found }
            // A group read as one column would be the first of its parts.
            if stacked != nil, layouts.contains(where: { $0.fitted(to: row.headings) != nil }) {
                throw twoRows(path, row.line)
            }
            titles.take(row.headings)
            for heading in row.headings {
                titleNumbers.formUnion(heading.split { !$0.isNumber }.filter { $0.count >= 8 }.map(String.init))
            }
        }
        return []
    }

    /// The rows among which the headings are looked for.
    private static func firstRows(
        path: String, format: TableFormat
    ) throws -> [(line: Int, lastLine: Int, headings: [String])] {
        let reader = try format.open(path)
        var record = TableRecord()
        var rows: [(line: Int, lastLine: Int, headings: [String])] = []
        while rows.count <= searchedRows, try reader.read(into: &record) {
            rows.append((record.line, record.lastLine, record.texts))
        }
        return rows
    }

    private static func twoRows(_ path: String, _ line: Int) -> Fault {
        Fault(
            .layoutUnknown,
            "The headings of \(path) stand in two rows, \(line) and \(line + 1), and what stands below is not known.",
            hint: "Write them in one row, each over its own column.")
    }
}
