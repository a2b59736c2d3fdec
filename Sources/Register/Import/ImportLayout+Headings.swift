extension ImportLayout {
    /// A layout as a row of headings has it.
    struct Fit {
        /// The layout without the optional columns that are not there.
        var layout: ImportLayout
        /// Where its columns stand.
        var positions: [Int] = []
        /// Headings of the row that are one and the same column.
        var doubles: [[String]] = []
        /// Headings that are missing.
        var missing: [String] = []
        /// Number of headings of the row that are read.
        var read: Int { Set(positions).count }
    }

    /// The layout as a row of headings has it, with the headings that are missing.
    ///
    /// - Parameter headings: the row.
    /// - Returns: the layout with its remaining columns and where they stand.
    func compared(to headings: [String]) -> Fit {
        let plain = headings.map(Self.normalize)
        var fit = Fit(layout: self)
        fit.layout.columns = []
        for column in columns {
            let names = ([column.heading] + (column.synonyms ?? [])).map(Self.normalize)
            let places = plain.indices.filter {
                names.contains(plain[$0]) || names.contains(Self.withoutMarks(plain[$0], order: column.order))
            }
            if let position = places.first(where: { names.contains(plain[$0]) }) ?? places.first {
                fit.layout.columns.append(column)
                fit.positions.append(position)
                let double = places.map { headings[$0] }
                if double.count > 1, !fit.doubles.contains(double) { fit.doubles.append(double) }
            } else if column.optional != true, !fit.missing.contains(column.heading) {
                fit.missing.append(column.heading)
            }
        }
        return fit
    }

    /// The layout as a row of headings has it, or nil when a heading is missing.
    func fitted(to headings: [String]) -> Fit? {
        let fit = compared(to: headings)
        return fit.missing.isEmpty && !fit.positions.isEmpty ? fit : nil
    }

    /// Headings compare without case, with runs of blanks and line breaks as one, and without the dots of abbreviations
    /// and the marks of required columns.
    private static func normalize(_ heading: String) -> String {
        Blanks.folded(heading).lowercased().filter { !".*:".contains($0) }.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    /// What may stand in brackets behind a heading without changing what it means.
    private static let marks: Set<String> = [
        "rp", "idr", "rupiah", "dalam rupiah", "ktp", "e-ktp", "sesuai ktp", "nik", "wajib", "wajib diisi", "l/p",
    ]

    /// A normalised heading without a unit, an abbreviation or the order of its dates in brackets behind it.
    private static func withoutMarks(_ heading: String, order: DateOrder?) -> String {
        guard heading.hasSuffix(")"), let bracket = heading.lastIndex(of: "("), bracket > heading.startIndex else {
            return heading
        }
        let mark = heading[heading.index(after: bracket)...].dropLast().split(separator: " ").joined(separator: " ")
        let spelled: [DateOrder: Set<String>] = [
            .dayMonthYear: ["dd/mm/yyyy", "dd-mm-yyyy", "hh/bb/tttt", "hh-bb-tttt"],
            .monthDayYear: ["mm/dd/yyyy", "mm-dd-yyyy"], .yearMonthDay: ["yyyy-mm-dd", "yyyy/mm/dd"],
        ]
        guard marks.contains(mark) || order.map({ spelled[$0]?.contains(mark) == true }) == true else { return heading }
        return heading[..<bracket].split(separator: " ").joined(separator: " ")
    }
}
