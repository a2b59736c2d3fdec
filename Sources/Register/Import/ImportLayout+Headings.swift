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
        // Of columns that mean the same the first is read.
        for column in columns where !fit.layout.columns.contains(where: { $0.to == column.to }) {
            let names = ([column.heading] + (column.synonyms ?? [])).map(Self.normalize)
            let places = plain.indices.filter {
                names.contains(plain[$0]) || names.contains(Self.withoutMarks(plain[$0], order: column.order))
            }
            if let position = places.first(where: { names.contains(plain[$0]) }) ?? places.first {
                if let other = column.doubt(beside: plain) {
                    let doubt = "(\(headings[position]) may hold \(headings[other]))"
                    fit.missing.append("\(alternatives(to: column)) \(doubt)")
                    continue
                }
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

    /// The headings of the columns that mean the same.
    private func alternatives(to column: Column) -> String {
        columns.filter { $0.to == column.to }.map(\.heading).joined(separator: " or ")
    }

    /// The heading as it is compared.
    ///
    /// Case, the dots of abbreviations and the marks of required columns count for nothing, runs of blanks, line breaks
    /// and `_` for one blank, and for none beside `/`. Letters that stand apart are one word: `N I K`.
    private static func normalize(_ heading: String) -> String {
        let characters = Array(Blanks.folded(heading).lowercased())
        var plain = ""
        for (index, character) in characters.enumerated() where !"*:".contains(character) {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            // No.KTP is two words, Tgl. none.
            let parts = character == "_" || character == "." && (next.isLetter || next.isNumber)
            if parts { plain.append(" ") } else if character != "." { plain.append(character) }
        }
        var words: [String] = []
        var spelled = false
        for word in plain.split(whereSeparator: \.isWhitespace).map(String.init) {
            let isLetter = word.count == 1 && word.first?.isLetter == true
            if isLetter, spelled { words[words.count - 1] += word } else { words.append(word) }
            spelled = isLetter
        }
        return words.joined(separator: " ").replacing(" /", with: "/").replacing("/ ", with: "/")
    }

    /// What may stand in brackets behind a heading without changing what it means.
    private static let marks: Set<String> = [
        "rp", "idr", "rupiah", "dalam rupiah", "ktp", "e-ktp", "sesuai ktp", "nik", "16 digit", "wajib", "wajib diisi",
        "l/p",
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

extension ImportLayout.Column {
    /// Where among normalised headings one stands beside which the column may hold more than it is called by.
    fileprivate func doubt(beside headings: [String]) -> Int? {
        guard let unless else { return nil }
        return headings.firstIndex { heading in unless.contains { (" " + heading).contains(" " + $0) } }
    }
}
