import Postgres

/// What was recognised of a file: its layout, its delimiter, where its headings stand and which date its title names.
struct LayoutRecognition {
    let layout: ImportLayout
    let delimiter: UInt8
    let encoding: TextEncoding
    let positions: [Int]
    let headingLine: Int
    /// Number of headings; a row may not have more values.
    let width: Int
    let titleDate: CalendarDate?

    private static let delimiters = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
    /// Rows above the headings that are searched.
    private static let searchedRows = 30

    /// Recognises a file by its headings, among the layouts of an import kind.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - encoding: how its letters are written.
    ///   - layouts: those of the kind.
    ///   - others: those of other kinds, by which a file that was taken for the wrong kind is told.
    /// - Returns: what was recognised.
    /// - Throws: ``Fault`` with `layoutUnknown` or `layoutAmbiguous`.
    static func recognize(
        path: String, encoding: TextEncoding = .utf8, layouts: [ImportLayout], others: [ImportLayout] = []
    ) throws -> LayoutRecognition {
        for delimiter in delimiters {
            let found = try matches(path: path, delimiter: delimiter, encoding: encoding, layouts: layouts)
            if found.count > 1 {
                let names = found.map(\.layout.layout).joined(separator: " and ")
                throw Fault(
                    .layoutAmbiguous, "The headings of \(path) fit the layouts \(names) equally well.",
                    hint: "Remove the layout that does not apply, or rename a heading.")
            }
            if let only = found.first { return only }
        }
        for delimiter in delimiters {
            guard
                let other = try matches(path: path, delimiter: delimiter, encoding: encoding, layouts: others).first?
                    .layout
            else {
                continue
            }
            throw Fault(
                .layoutUnknown, "\(path) has the headings of another kind: \(other.title).",
                hint: "Import it with: patuh import \(other.kind) FILE")
        }
        let expected = layouts.map { layout in
            "\(layout.layout): " + layout.columns.map(\.heading).joined(separator: ", ")
        }
        throw Fault(
            .layoutUnknown, "No row of \(path) has the headings of a known layout.",
            hint: "Expected, in any order: \(expected.joined(separator: "; or "))")
    }

    private static func matches(
        path: String, delimiter: UInt8, encoding: TextEncoding, layouts: [ImportLayout]
    ) throws -> [LayoutRecognition] {
        var reader = try CSVReader(path: path, delimiter: delimiter, encoding: encoding)
        var record = CSVRecord()
        var titleDate: CalendarDate?
        for _ in 0..<searchedRows {
            guard try reader.read(into: &record) else { break }
            let headings = record.texts
            let found = layouts.compactMap { layout in
                layout.positions(in: headings).map {
                    LayoutRecognition(
                        layout: layout, delimiter: delimiter, encoding: encoding, positions: $0,
                        headingLine: record.line,
                        width: headings.count,
                        titleDate: titleDate)
                }
            }
            if !found.isEmpty { return found }
            titleDate = titleDate ?? headings.lazy.compactMap(date(inTitle:)).first
        }
        return []
    }

    /// A date in a title row such as "Data per: 31-10-2026".
    private static func date(inTitle title: String) -> CalendarDate? {
        title.split { $0 == " " || $0 == ":" }.lazy.compactMap { word in
            word.contains(where: "-/.".contains) ? try? DateOrder.dayMonthYear.parse(Array(word.utf8)) : nil
        }.first
    }
}
