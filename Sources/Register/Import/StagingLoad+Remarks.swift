import Postgres

/// What reading the rows has shown.
extension StagingLoad {
    /// Notes the rows whose format is wrong.
    func noteRefusals(_ session: Session) throws {
        try RowRemark.copy(
            rejects.lazy.map {
                RowRemark(line: $0.line, column: $0.column, code: $0.error.code, message: $0.error.message)
            }, into: .rejected, session)
    }

    /// Notes what is doubtful in the rows that stay: noughts that were put back, values that were left out.
    func noteDoubts(_ session: Session) throws {
        let headings = recognition.layout.columns.map(\.heading)
        try RowRemark.copy(
            filled.lazy.map {
                RowRemark(
                    line: Int($0.line), column: headings[Int($0.column)], code: "leading_zeros",
                    message: "The cell is a number and had lost the zeros in front; they were put back.")
            }, into: .warned, session)
        // A cell that two columns could have read is one doubt.
        var told: Set<String> = []
        for (index, lines) in leftOut.sorted(by: { $0.key < $1.key }) where told.insert(headings[index]).inserted {
            try RowRemark.copy(
                lines.lazy.map {
                    RowRemark(
                        line: Int($0), column: headings[index], code: "left_out",
                        message: "The value is not understood and left out.")
                }, into: .warned, session)
        }
        try session.execute("delete from warned as w using rejected as r where r.line = w.line")
    }
}
