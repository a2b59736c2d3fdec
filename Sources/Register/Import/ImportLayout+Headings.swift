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
    func compared(to headings: [Heading]) -> Fit {
        var fit = Fit(layout: self)
        fit.layout.columns = []
        // Of columns that mean the same the first is read.
        for column in columns where !fit.layout.columns.contains(where: { $0.to == column.to }) {
            let places = headings.indices.filter {
                column.isCalled(headings[$0].plain) || column.isCalled(headings[$0].withoutMarks(order: column.order))
            }
            if let position = places.first(where: { column.isCalled(headings[$0].plain) }) ?? places.first {
                if let other = column.doubt(beside: headings) {
                    let doubt = "(\(headings[position].text) may hold \(headings[other].text))"
                    fit.missing.append("\(alternatives(to: column)) \(doubt)")
                    continue
                }
                fit.layout.columns.append(column)
                fit.positions.append(position)
                let double = places.map { headings[$0].text }
                if double.count > 1, !fit.doubles.contains(double) { fit.doubles.append(double) }
            } else if column.optional != true, !fit.missing.contains(column.heading.text) {
                fit.missing.append(column.heading.text)
            }
        }
        return fit
    }

    /// The layout as a row of headings has it, or nil when a heading is missing.
    func fitted(to headings: [Heading]) -> Fit? {
        let fit = compared(to: headings)
        return fit.missing.isEmpty && !fit.positions.isEmpty ? fit : nil
    }

    /// The headings of the columns that mean the same.
    private func alternatives(to column: Column) -> String {
        columns.filter { $0.to == column.to }.map(\.heading.text).joined(separator: " or ")
    }
}

extension ImportLayout.Column {
    /// True for a heading of the column, as it is compared.
    fileprivate func isCalled(_ plain: String) -> Bool {
        heading.plain == plain || synonyms?.contains { $0.plain == plain } == true
    }

    /// Where among headings one stands beside which the column may hold more than it is called by.
    fileprivate func doubt(beside headings: [Heading]) -> Int? {
        guard let unless else { return nil }
        return headings.firstIndex { heading in unless.contains { (" " + heading.plain).contains(" " + $0) } }
    }
}
