/// Rows that have been read and not yet handed out.
///
/// Cells refer to shared strings instead of copying them, so that what is pending is never larger than the chunks of
/// XML that it was read from.
struct PendingRows {
    /// A cell that is not blank.
    struct Cell {
        let column: Int32
        let kind: CellKind
        let isShared: Bool
        /// Where the value begins in `bytes`, or the number of a shared string.
        var start: Int
        var end: Int
    }

    /// A finished row; its cells lie between those of the row before and `endOfCells`.
    struct Row {
        let line: Int
        let endOfCells: Int
        let endOfBytes: Int
    }

    var bytes: [UInt8] = []
    var cells: [Cell] = []
    private var rows: [Row] = []
    private var next = 0

    /// Where the row begins that is being read.
    var openCells: Int { rows.last?.endOfCells ?? 0 }
    /// Where the values begin of the row that is being read.
    var openBytes: Int { rows.last?.endOfBytes ?? 0 }

    /// Ends the row that is being read; blank rows are not kept.
    mutating func close(line: Int) {
        guard cells.count > openCells else { return }
        rows.append(Row(line: line, endOfCells: cells.count, endOfBytes: bytes.count))
    }

    /// Hands out the next finished row.
    mutating func take() -> (line: Int, cells: Range<Int>)? {
        guard next < rows.count else { return nil }
        defer { next += 1 }
        return (rows[next].line, (next == 0 ? 0 : rows[next - 1].endOfCells)..<rows[next].endOfCells)
    }

    /// Forgets the finished rows, all of which have been handed out.
    ///
    /// - Returns: By how much what is left in `bytes` has moved to the front.
    mutating func forget() -> Int {
        guard !rows.isEmpty else { return 0 }
        let shift = openBytes
        cells.removeSubrange(..<openCells)
        bytes.removeSubrange(..<shift)
        for index in cells.indices where !cells[index].isShared {
            cells[index].start -= shift
            cells[index].end -= shift
        }
        rows.removeAll(keepingCapacity: true)
        next = 0
        return shift
    }
}
