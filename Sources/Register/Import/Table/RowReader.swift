/// Reads a table record by record; the record is used again for the next one.
protocol RowReader: AnyObject {
    /// How much of the table has been read, 0 to 1.
    var share: Double { get }
    /// Cells that are merged over several rows; known at the end of the table.
    var merges: [CellRange] { get }

    /// Reads the next record; false at the end of the table.
    ///
    /// - Throws: ``Fault`` for a file that is not well formed.
    func read(into record: inout TableRecord) throws -> Bool
}

extension RowReader {
    var merges: [CellRange] { [] }
}
