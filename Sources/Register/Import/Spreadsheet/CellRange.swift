/// A block of cells, such as C5:D7: columns and rows counted from 1.
struct CellRange {
    private let first: (column: Int32, row: Int32)
    private let last: (column: Int32, row: Int32)

    /// Reads a reference of two cells; nil if it is none or has its corners the wrong way round.
    init?(_ text: String) {
        let corners = text.split(separator: ":").map { CellReference(String($0)) }
        guard corners.count == 2, let first = corners[0], let last = corners[1], first.column <= last.column,
            first.row <= last.row
        else { return nil }
        self.first = (Int32(first.column), Int32(first.row))
        self.last = (Int32(last.column), Int32(last.row))
    }

    var columns: ClosedRange<Int> { Int(first.column)...Int(last.column) }
    var rows: ClosedRange<Int> { Int(first.row)...Int(last.row) }
}
