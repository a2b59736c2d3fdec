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
    /// The first bank that the title rows name.
    let titleBank: String?
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
        if constants["bank"] != nil, let titleBank { constants["bank"] = titleBank }
        return constants
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
        do {
            if let found = try found(path: path, formats: formats, layouts: layouts, others: others, sheet: sheet) {
                return found
            }
        } catch let unclear as UnclearHeadings {
            throw unclear.fault
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

    private static func found(
        path: String, formats: [TableFormat], layouts: [ImportLayout], others: [ImportLayout], sheet: String?
    ) throws -> LayoutRecognition? {
        if formats == [.xlsx(sheet: nil)] {
            return try SheetSearch(path: path, layouts: layouts, others: others).find(sheet)
        }
        guard sheet == nil else {
            throw Fault(.spreadsheetMalformed, "\(path) is no workbook: it has no sheets.", hint: "Leave --sheet out.")
        }
        for format in formats {
            if let found = try only(path: path, format: format, layouts: layouts, others: others) { return found }
        }
        return nil
    }

    /// The layout that fits a table; nil when none does.
    ///
    /// - Throws: ``Fault`` with `layoutUnknown` for a table of another kind, or `layoutAmbiguous`; ``UnclearHeadings``.
    static func only(
        path: String, format: TableFormat, layouts: [ImportLayout], others: [ImportLayout]
    ) throws -> LayoutRecognition? {
        let fullest = try Self.fullest(path: path, format: format, layouts: layouts)
        let other = try Self.other(path: path, format: format, layouts: others, isNeeded: fullest.isEmpty)
        if let other {
            // A file that lacks a heading of its kind does not belong where no more of its headings are read.
            let near = fullest.isEmpty ? try nearest(path: path, formats: [format], layouts: layouts) : nil
            let isOther =
                fullest.first.map { $0.fit < other.fit }
                ?? ((near?.read ?? 0) < other.fit.read && near.map(other.needsNoMore(than:)) != true)
            if isOther { throw other.otherKind(path) }
        }
        if fullest.count > 1 { throw LayoutChoice(layouts: fullest.map(\.layout)).fault(path) }
        return try fullest.first.map { try $0.withoutDoubles(path) }
    }

    /// The best of the layouts of other kinds; headings that they cannot read matter where no other layout fits.
    private static func other(
        path: String, format: TableFormat, layouts: [ImportLayout], isNeeded: Bool
    ) throws -> LayoutRecognition? {
        do {
            return try fullest(path: path, format: format, layouts: layouts).first
        } catch let unclear as UnclearHeadings {
            if isNeeded { throw unclear.fault }
            return nil
        }
    }

    /// True where a layout lacks one heading, and this one needs none but such as that reads: names and NIKs do not say
    /// what a list is of.
    private func needsNoMore(than near: ImportLayout.Fit) -> Bool {
        let needed = zip(layout.columns, positions).filter { $0.0.optional != true }.map(\.1)
        return near.missing.count == 1 && Set(needed).isSubset(of: near.positions)
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
        var titleBank: String?
        for (index, row) in rows.prefix(searchedRows).enumerated() {
            let stacked = StackedHeadings(top: row.headings, lower: lower(rows[index...].prefix(3)))
            var unclear: String?
            let found = layouts.compactMap { layout in
                let joined = stacked?.joined(for: layout)
                let headings = joined?.headings ?? row.headings
                return layout.fitted(to: headings).map {
                    unclear = unclear ?? joined?.unclear
                    return LayoutRecognition(
                        layout: $0.layout, format: format, positions: $0.positions,
                        headingLine: stacked == nil ? row.line : rows[index + 1].line, headings: headings,
                        titles: titles, titleNumbers: titleNumbers, titleBank: titleBank,
                        unread: unread(headings, besides: $0.positions),
                        doubles: $0.doubles)
                }
            }
            if let stacked,
                !found.isEmpty && (stacked.isDeeper || unclear != nil)
                    || found.isEmpty && stacked.isMisread(by: layouts)
            {
                throw UnclearHeadings(
                    path: path, format: format, line: row.line, isDeeper: stacked.isDeeper, group: unclear)
            }
            if !found.isEmpty { return found }
            titles.take(row.headings)
            titleBank = titleBank ?? TitleBank.name(in: row.headings)
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

    /// The texts of the rows that follow the first without a gap.
    private static func lower(_ rows: ArraySlice<(line: Int, lastLine: Int, headings: [String])>) -> [[String]] {
        zip(rows, rows.dropFirst()).prefix { $1.line == $0.lastLine + 1 }.map(\.1.headings)
    }
}
