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
        try RowRemark.copy(
            leftOut.lazy.map {
                RowRemark(
                    line: Int($0.line), column: headings[Int($0.column)], code: "left_out", message: $0.reason.message)
            }, into: .warned, session)
    }
}
