import FoundationEssentials
import Postgres

/// Writes refused rows back in the layout of the user's own file, with a column of reasons at the end.
struct RejectsFile {
    private static let heading = "ALASAN PENOLAKAN"

    let path: String
    let delimiter: UInt8
    let headingLine: Int

    /// Reads the file once more and copies its title rows, its headings and the refused rows.
    ///
    /// - Parameters:
    ///   - target: the file to write.
    ///   - reasons: reasons by line.
    /// - Throws: ``Fault`` when the file cannot be read or written.
    func write(to target: String, reasons: [Int: String]) throws {
        var reader = try CSVReader(path: path, delimiter: delimiter, keepsRaw: true)
        var record = CSVRecord()
        var output: [UInt8] = []
        while try reader.read(into: &record) {
            if record.line < headingLine {
                output += record.raw + [UInt8(ascii: "\n")]
            } else if record.line == headingLine {
                output += record.raw + [delimiter] + Array(Self.heading.utf8) + [UInt8(ascii: "\n")]
            } else if let reason = reasons[record.line] {
                let quoted =
                    "\"" + reason.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                    + "\""
                output += record.raw + [delimiter] + Array(quoted.utf8) + [UInt8(ascii: "\n")]
            }
        }
        do {
            try Data(output).write(to: URL(filePath: target), options: .atomic)
        } catch {
            throw Fault(
                .fileUnreadable, "The file \(target) for the refused rows cannot be written.",
                hint: "Name another one with --rejects FILE.")
        }
    }
}
