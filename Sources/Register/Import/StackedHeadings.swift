/// Headings in two rows: a group above, its columns below, as in `Gaji` over `Pokok` and `Tunjangan Tetap`.
struct StackedHeadings {
    private static let totals: Set<String> = ["jumlah", "total"]

    private let top: [String]
    private let below: [String]
    /// The group that each column belongs to, in the row above.
    private let groups: [String]

    /// Takes two rows that follow each other; nil unless the upper has a group of several columns and the lower nothing
    /// but words.
    init?(top: [String], below: [String]) {
        let width = max(top.count, below.count)
        self.top = Self.padded(top, to: width)
        self.below = Self.padded(below, to: width)
        var groups = self.top
        var isGrouped = false
        for column in 1..<max(1, width) where groups[column].isEmpty && !self.below[column].isEmpty {
            guard self.below[column] != RejectsFile.heading else { continue }
            groups[column] = groups[column - 1]
            isGrouped = isGrouped || !groups[column].isEmpty && !self.below[column - 1].isEmpty
        }
        self.groups = groups
        // A title stands above headings; beside a group there are columns that have their heading in the upper row.
        let hasOwn = zip(self.top, self.below).contains { !$0.isEmpty && $1.isEmpty }
        let words = self.below.filter { !$0.isEmpty }
        guard isGrouped, hasOwn, words.allSatisfy({ $0.contains(where: \.isLetter) && $0.count { $0.isNumber } < 4 })
        else { return nil }
    }

    /// One heading for each column, in words that the layout knows where it knows any.
    ///
    /// The total of a group is what the group is called by itself, unless it is money of which the layout reads parts:
    /// total pay holds more than basic wage and fixed allowances.
    func joined(for layout: ImportLayout) -> [String] {
        groups.indices.map { column in
            guard !below[column].isEmpty else { return top[column] }
            let whole = [groups[column], below[column]].filter { !$0.isEmpty }.joined(separator: " ")
            if let known = [whole, below[column]].first(where: { layout.reads($0) != nil }) { return known }
            guard Self.totals.contains(below[column].lowercased()), let type = layout.reads(groups[column]),
                type != .money || !hasKnownPart(groups[column], layout)
            else { return whole }
            return groups[column]
        }
    }

    private func hasKnownPart(_ group: String, _ layout: ImportLayout) -> Bool {
        groups.indices.contains { column in
            groups[column] == group && !below[column].isEmpty
                && [group + " " + below[column], below[column]].contains { layout.reads($0) != nil }
        }
    }

    private static func padded(_ cells: [String], to width: Int) -> [String] {
        cells.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            + [String](repeating: "", count: width - cells.count)
    }
}

extension ImportLayout {
    /// What the column of a heading holds; nil when the layout does not know it.
    fileprivate func reads(_ heading: String) -> Column.Kind? {
        compared(to: [heading]).layout.columns.first?.type
    }
}
