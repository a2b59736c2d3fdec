import Postgres

/// What there is to say of one row: why it is refused, or what is doubtful in it.
struct RowRemark {
    let line: Int
    /// Heading of the column.
    let column: String
    let code: String
    /// In words; never the value.
    let message: String

    /// The temporary tables of an import that hold remarks.
    enum Table: String {
        case rejected, warned
    }

    /// Adds remarks to a table.
    static func copy(_ remarks: some Collection<RowRemark>, into table: Table, _ session: Session) throws {
        guard !remarks.isEmpty else { return }
        _ = try session.copyIn(
            "copy \(table.rawValue) (line, column_name, code, message) from stdin (format binary)"
        ) {
            writer in
            for remark in remarks {
                writer.row(4)
                writer.int32(Int32(remark.line))
                writer.text(remark.column)
                writer.text(remark.code)
                writer.text(remark.message)
            }
        }
    }
}
