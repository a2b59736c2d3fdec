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

    /// Notes what is doubtful in the rows that stay: numbers read as more than numbers, values that were left out.
    func noteDoubts(_ session: Session) throws {
        let headings = recognition.positions.map { recognition.headings[$0] }
        try RowRemark.copy(
            mended.lazy.map { cell in
                let doubt = cell.mending.doubt
                return RowRemark(
                    line: Int(cell.line), column: headings[Int(cell.column)], code: doubt.code, message: doubt.message)
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
    }
}
