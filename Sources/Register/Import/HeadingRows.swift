/// The first rows of a table, among which its headings are looked for.
struct HeadingRows {
    /// One of the rows.
    struct Row {
        let line: Int
        let lastLine: Int
        let headings: [Heading]
        var texts: [String] { headings.map(\.text) }
    }

    /// Rows above the headings that are searched.
    private static let searched = 30

    /// The rows that may be the headings.
    var candidates: ArraySlice<Row> { rows.prefix(Self.searched) }

    private let path: String
    private let format: TableFormat
    /// One more than may be the headings: these may stand in two rows.
    private let rows: [Row]

    /// Reads the first rows.
    ///
    /// - Throws: ``Fault`` for a file that cannot be read.
    init(path: String, format: TableFormat) throws {
        (self.path, self.format) = (path, format)
        let reader = try format.open(path)
        var record = TableRecord()
        var rows: [Row] = []
        while rows.count <= Self.searched, try reader.read(into: &record) {
            rows.append(Row(line: record.line, lastLine: record.lastLine, headings: record.texts.map(Heading.init)))
        }
        self.rows = rows
    }

    /// What is recognised in the first row that has the headings of a layout, with what the rows above it say.
    ///
    /// - Parameter layouts: the layouts to look for.
    /// - Returns: a recognition for each layout that fits; none when no row has its headings.
    /// - Throws: ``UnclearHeadings`` for headings in several rows that cannot be read as one.
    func recognized(by layouts: [ImportLayout]) throws -> [LayoutRecognition] {
        var titles = Titles()
        for (index, row) in candidates.enumerated() {
            let stacked = StackedHeadings(top: row.texts, lower: lower(rows[index...].prefix(3)))
            var unclear: String?
            let found = layouts.compactMap { layout in
                let joined = stacked?.joined(for: layout)
                let headings = joined?.headings.map(Heading.init) ?? row.headings
                return layout.fitted(to: headings).map {
                    unclear = unclear ?? joined?.unclear
                    return LayoutRecognition(
                        layout: $0.layout, format: format, positions: $0.positions,
                        headingLine: stacked == nil ? row.line : rows[index + 1].line, headings: headings.map(\.text),
                        titles: titles, unread: unread(headings.map(\.text), besides: $0.positions), doubles: $0.doubles
                    )
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
            titles.take(row.texts)
        }
        return []
    }

    /// Headings that stand in no column that is read, without those that number the rows.
    private func unread(_ headings: [String], besides positions: [Int]) -> [String] {
        headings.enumerated().filter { !positions.contains($0.offset) && $0.element != RejectsFile.heading }
            .map { FreeText.masked($0.element.split(whereSeparator: \.isWhitespace).joined(separator: " ")) }
            .filter { !["", "no", "no.", "nomor", "no urut"].contains($0.lowercased()) }
    }

    /// The texts of the rows that follow the first without a gap.
    private func lower(_ rows: ArraySlice<Row>) -> [[String]] {
        zip(rows, rows.dropFirst()).prefix { $1.line == $0.lastLine + 1 }.map(\.1.texts)
    }
}
