/// Headings in two rows: a group above, its columns below, as in `Gaji` over `Pokok` and `Tunjangan Tetap`.
struct StackedHeadings {
    private static let totals: Set<String> = ["jumlah", "total"]
    /// How a row begins that says what the table is.
    private static let titles = ["daftar", "laporan", "rekap", "formulir", "form "]

    private let top: [String]
    private let below: [String]
    /// The column, for each one, where the name of its group stands.
    private let origins: [Int]
    /// True when a third row of headings follows.
    let isDeeper: Bool
    /// True when the upper row has the words of groups, and is no title.
    private let isNamed: Bool

    /// Takes a row and the two that follow it; nil unless the first has a group of several columns and the second
    /// nothing but words.
    init?(top: [String], lower: [[String]]) {
        guard let below = lower.first else { return nil }
        let width = max(top.count, lower.map(\.count).max() ?? 0)
        let rows = ([top, below] + lower.dropFirst()).map { Self.padded($0, to: width) }
        self.top = rows[0]
        self.below = rows[1]
        let third = rows.count > 2 && Self.areWords(rows[2]) ? rows[2] : []
        // A name alone in its row is a department.
        isDeeper =
            third.count { !$0.isEmpty } > 1 && zip(rows[0], third).contains { $0.isEmpty && !$1.isEmpty }
        let isFilled = zip(rows[1], isDeeper ? third : rows[1]).map { !$0.isEmpty || !$1.isEmpty }
        var origins = Array(0..<width)
        var isGrouped = false
        for column in origins.dropFirst() where rows[0][column].isEmpty && isFilled[column] {
            guard rows[1][column] != RejectsFile.heading else { continue }
            origins[column] = origins[column - 1]
            isGrouped = isGrouped || !rows[0][origins[column]].isEmpty && isFilled[column - 1]
        }
        self.origins = origins
        isNamed = Self.haveGroups(rows[0], over: rows[1])
        // A title stands above headings; beside a group there are columns that have their heading in the upper row.
        let hasOwn = zip(rows[0], rows[1]).contains { !$0.isEmpty && $1.isEmpty }
        guard isGrouped, hasOwn || isNamed, Self.areWords(rows[1]) else { return nil }
    }

    /// One heading for each column, in words that the layout knows where it knows any.
    ///
    /// The total of a group is what the group is called by itself, unless it is money of which the layout reads parts:
    /// total pay holds more than basic wage and fixed allowances.
    ///
    /// - Parameter layout: the layout to read them by.
    /// - Returns: the headings, and the group that keeps the file from being read, if there is one.
    func joined(for layout: ImportLayout) -> (headings: [String], unclear: String?) {
        let headings = top.indices.map { column in
            guard !below[column].isEmpty else { return top[column] }
            if let known = known(column, layout) { return known }
            return isWhole(column, layout) ? group(of: column, layout) : whole(column, layout)
        }
        let unclear = top.indices.first { column in
            !below[column].isEmpty && layout.reads(headings[column]) == nil
                && (isDoubtful(column, layout) || isLost(group(of: column, layout), headings, layout))
        }
        return (headings, unclear.map { group(of: $0, layout) })
    }

    /// True when one row alone, or the lower headings without their groups, would be taken for the headings.
    func isMisread(by layouts: [ImportLayout]) -> Bool {
        func fits(_ headings: (ImportLayout) -> [String]) -> Bool {
            layouts.contains { $0.fitted(to: headings($0).map(Heading.init)) != nil }
        }
        // A group read as one column would be the first of its parts.
        if fits({ _ in top }) { return true }
        // Below a title the lower row is all there is.
        if fits({ _ in below }) { return isNamed }
        return fits { layout in
            top.indices.map { column in
                guard !below[column].isEmpty else { return top[column] }
                return known(column, layout) ?? below[column]
            }
        }
    }

    /// The group of a column; none beside a column that has its heading in the upper row and needs nothing below.
    private func group(of column: Int, _ layout: ImportLayout) -> String {
        let origin = origins[column]
        let isOwn = origin != column && below[origin].isEmpty && layout.reads(top[origin]) != nil
        return isOwn ? "" : top[origin]
    }

    private func whole(_ column: Int, _ layout: ImportLayout) -> String {
        [group(of: column, layout), below[column]].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The heading of a column in words that the layout knows; nil when it knows none that say the same.
    private func known(_ column: Int, _ layout: ImportLayout) -> String? {
        let whole = whole(column, layout)
        if layout.reads(whole) != nil { return whole }
        guard let own = layout.reads(below[column]) else { return nil }
        return isItself(below[column], own, in: group(of: column, layout), layout) ? below[column] : nil
    }

    /// True when a heading below a group is what it would be without.
    private func isItself(
        _ heading: String, _ column: ImportLayout.Column, in group: String, _ layout: ImportLayout
    ) -> Bool {
        // Gaji Pokok below Gaji, L/P below Jenis Kelamin, men and women below the workers.
        if (heading + " ").lowercased().hasPrefix(group.lowercased() + " ") { return true }
        if let whole = layout.reads(group), whole.to == column.to || whole.type == .integer && column.type == .integer {
            return true
        }
        switch HeadingGroup(group) {
        case .person: return true
        case .pay: return ![.text, .phone].contains(column.type)
        case .other: return false
        case .unknown: return [.digits, .npwp].contains(column.type)
        }
    }

    /// True for the total of a group that is what the group is called.
    private func isWhole(_ column: Int, _ layout: ImportLayout) -> Bool {
        let group = group(of: column, layout)
        guard Self.totals.contains(below[column].lowercased()), let type = layout.reads(group)?.type else {
            return false
        }
        let parts = top.indices.filter { $0 != column && !below[$0].isEmpty && self.group(of: $0, layout) == group }
        return HeadingGroup.addsUp(parts.map { below[$0] }, to: type)
            && (type != .money || parts.allSatisfy { known($0, layout) == nil })
    }

    /// True when a column might be what its own heading says: leaving it out could be as wrong as reading it.
    private func isDoubtful(_ column: Int, _ layout: ImportLayout) -> Bool {
        guard let own = layout.reads(below[column]), ![.text, .phone].contains(own.type) else { return false }
        return HeadingGroup(group(of: column, layout)) == .unknown
    }

    /// True for a figure of which neither the whole nor a part is read.
    private func isLost(_ group: String, _ headings: [String], _ layout: ImportLayout) -> Bool {
        guard let type = layout.reads(group)?.type, [.money, .integer].contains(type) else { return false }
        return top.indices.allSatisfy {
            below[$0].isEmpty || self.group(of: $0, layout) != group || layout.reads(headings[$0]) == nil
        }
    }

    /// True when the words above other headings are those of groups.
    private static func haveGroups(_ top: [String], over below: [String]) -> Bool {
        let filled = top.indices.filter { !top[$0].isEmpty }
        guard let first = filled.first, !titles.contains(where: (top[first] + " ").lowercased().hasPrefix) else {
            return false
        }
        // A title alone in its row stands over everything.
        if filled.count == 1, below[..<first].allSatisfy(\.isEmpty) { return false }
        let groups = filled.filter { !below[$0].isEmpty }.map { HeadingGroup(top[$0]) }
        return groups.contains(.other) || groups.count { $0 != .unknown } * 2 > groups.count
    }

    /// True for a row of words and periods, which is no row of data.
    private static func areWords(_ cells: [String]) -> Bool {
        cells.allSatisfy { cell in
            cell.isEmpty || HeadingGroup.namesYear(cell)
                || cell.contains(where: \.isLetter) && cell.count { $0.isNumber } < 4
        }
    }

    private static func padded(_ cells: [String], to width: Int) -> [String] {
        cells.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            + [String](repeating: "", count: width - cells.count)
    }
}

extension ImportLayout {
    /// The column of a heading; nil when the layout does not know it.
    fileprivate func reads(_ heading: String) -> Column? {
        compared(to: [Heading(heading)]).layout.columns.first
    }
}
