/// The columns of one table, fitted to a width and laid out line by line.
struct TableGrid {
    private static let gap = "  "
    private static let narrowest = 8

    private let right: [Bool]
    private let header: [String]
    private let rows: [[String]]
    private let totals: [String]?
    private let widths: [Int]

    init(_ section: Section, words: CellWords, width: Int?) {
        func texts(_ cells: [Cell]) -> [String] { cells.map { TextWidth.printable(words.text($0)) } }
        let header = section.columns.map { TextWidth.printable($0.title) }
        let rows = section.rows.map(texts)
        let totals = section.totals.map(texts)
        let body = rows + (totals.map { [$0] } ?? [])
        let needed = header.indices.map { column in
            body.reduce(TextWidth.of(header[column])) { widest, row in
                row.indices.contains(column) ? max(widest, TextWidth.of(row[column])) : widest
            }
        }
        widths = Self.fitted(needed, columns: section.columns, body: body, header: header, to: width)
        right = section.columns.map(\.kind.isNumeric)
        (self.header, self.rows, self.totals) = (header, rows, totals)
    }

    func lines(_ style: (String) -> String) -> [String] {
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
        var lines = laidOut(header).map(style) + [rule]
        for row in rows { lines += laidOut(row) }
        if let totals { lines += [rule] + laidOut(totals) }
        return lines
    }

    private func laidOut(_ texts: [String]) -> [String] {
        let cells = zip(texts, widths).map { TextWidth.wrapped($0, to: $1) }
        return (0..<(cells.map(\.count).max() ?? 0)).map { line in
            var text = ""
            for (column, cell) in cells.enumerated() {
                let part = cell.indices.contains(line) ? cell[line] : ""
                text += (column > 0 ? Self.gap : "") + TextWidth.padded(part, to: widths[column], right: right[column])
            }
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    /// Takes from the widest text column until the table fits; figures are never broken, so their columns only give
    /// up what their heading asks for.
    private static func fitted(
        _ needed: [Int], columns: [Column], body: [[String]], header: [String], to width: Int?
    ) -> [Int] {
        guard let width else { return needed }
        let floors = columns.indices.map { column in
            guard columns[column].kind != .text else { return min(needed[column], narrowest) }
            let figures = body.map { $0.indices.contains(column) ? TextWidth.of($0[column]) : 0 }.max() ?? 0
            let word = header[column].split(separator: " ").map { TextWidth.of(String($0)) }.max() ?? 0
            return max(figures, word)
        }
        var widths = needed
        var excess = widths.reduce(0, +) + gap.count * max(0, widths.count - 1) - width
        while excess > 0 {
            let shrinkable = widths.indices.filter { widths[$0] > floors[$0] }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }
}
