/// Cells of a workbook that are merged over several rows of data.
///
/// The value stands in the first row; whether the other rows have it as well, or share it, cannot be told.
struct MergedCells {
    private let recognition: LayoutRecognition
    /// The rows of data, in order.
    private var lines: [Int32] = []

    init(_ recognition: LayoutRecognition) {
        self.recognition = recognition
    }

    /// Notes a row of data; only workbooks have merged cells.
    mutating func take(_ record: TableRecord) {
        if !record.kinds.isEmpty { lines.append(Int32(record.line)) }
    }

    /// - Throws: ``Fault`` with `spreadsheetRefused` when a row has lost a value that is read to the row above.
    func check(_ merges: [CellRange], path: String) throws(Fault) {
        let columns = Set(recognition.positions)
        let doubtful = merges.filter { merge in
            columns.contains { merge.columns.contains($0 + 1) } && hasData(merge.rows.dropFirst())
        }
        guard let merge = doubtful.min(by: { $0.rows.lowerBound < $1.rows.lowerBound }),
            let column = columns.sorted().first(where: { merge.columns.contains($0 + 1) })
        else { return }
        let others = doubtful.count > 1 ? " (one of \(doubtful.count) such places)" : ""
        throw Fault(
            .spreadsheetRefused,
            "In the column \(FreeText.masked(recognition.headings[column])) of \(path) the cells of rows "
                + "\(merge.rows.lowerBound) to \(merge.rows.upperBound) are merged\(others): "
                + "which rows the value belongs to cannot be told.",
            hint: "Undo the merging and enter the value in every row that it belongs to.")
    }

    private func hasData(_ rows: Slice<ClosedRange<Int>>) -> Bool {
        guard let first = rows.first, let last = rows.last else { return false }
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(lines[middle]) < first { low = middle + 1 } else { high = middle }
        }
        return low < lines.count && Int(lines[low]) <= last
    }
}
