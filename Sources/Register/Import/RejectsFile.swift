import FoundationEssentials
import Postgres

/// Writes refused rows back in the layout of the user's own file, with a column of reasons behind the headings.
///
/// A file that comes back as it was written is refused again, row for row and for the same reasons.
struct RejectsFile {
    /// Heading of the column of reasons; a file that has it brings back rows that were refused before.
    static let heading = "ALASAN PENOLAKAN"

    let path: String
    let recognition: LayoutRecognition

    /// Reads the file once more and copies its title rows, its headings and the rows of the table `rejected`.
    ///
    /// - Parameters:
    ///   - target: the file to write; complete or absent. Another file of that name stays: it may be rows that are being mended.
    ///   - session: the session of the import.
    /// - Returns: the name of the file, with a number where another one has the name of the target.
    /// - Throws: ``Fault`` when a file cannot be read or written; `PostgresError`.
    func write(to target: String, _ session: Session) throws -> String {
        let reader = try recognition.format.open(path, keepsRaw: true)
        let output = try output(target)
        var record = TableRecord()
        while try reader.read(into: &record), record.line < recognition.headingLine { try output.copy(record) }
        try output.copy(record, with: Self.heading)
        try session.forEach(
            """
            select line, string_agg(distinct column_name || ': ' || message, ' | ') as reason
            from rejected
            group by line
            order by line
            """
        ) { row in
            let line: Int = try row.get("line")
            while record.line < line, try reader.read(into: &record) {}
            try output.copy(record, with: try row.get("reason"))
        }
        return try output.finish()
    }

    private func output(_ target: String) throws -> any RejectsOutput {
        switch recognition.format {
        case .csv(let delimiter, let encoding):
            try CSVRejects(FileWriter(target), recognition, delimiter: delimiter, encoding: encoding)
        case .xlsx: try SheetRejects(XLSXWriter(path: target), recognition)
        }
    }
}

/// Where refused rows go.
protocol RejectsOutput {
    /// Copies a record as it is.
    func copy(_ record: TableRecord) throws
    /// Copies a record with something in the column of reasons: the one that the file has, or the first behind its headings.
    func copy(_ record: TableRecord, with reason: String) throws
    func finish() throws -> String
}
