import FoundationEssentials
import Postgres

/// Writes refused rows back in the layout of the user's own file, with a column of reasons at the end.
struct RejectsFile {
    private static let heading = "ALASAN PENOLAKAN"

    let path: String
    let delimiter: UInt8
    let headingLine: Int

    /// Reads the file once more and copies its title rows, its headings and the rows of the table `rejected`.
    ///
    /// - Parameters:
    ///   - target: the file to write; complete or absent.
    ///   - session: the session of the import.
    /// - Throws: ``Fault`` when a file cannot be read or written; `PostgresError`.
    func write(to target: String, _ session: Session) throws {
        var reader = try CSVReader(path: path, delimiter: delimiter, keepsRaw: true)
        var record = TableRecord()
        let output = try FileWriter(target)
        while try reader.read(into: &record), record.line < headingLine {
            try output.write(record.raw + [newline])
        }
        try output.write(record.raw + [delimiter] + Array(Self.heading.utf8) + [newline])
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
            try output.write(record.raw + [delimiter] + quoted(try row.get("reason")) + [newline])
        }
        try output.finish()
    }

    private var newline: UInt8 { UInt8(ascii: "\n") }

    private func quoted(_ reason: String) -> [UInt8] {
        let doubled = reason.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        return Array("\"\(doubled)\"".utf8)
    }
}
