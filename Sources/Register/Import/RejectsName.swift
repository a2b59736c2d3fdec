/// The name of the file that refused rows go to: they are written in the form of the file they come from.
public enum RejectsName {
    /// The name, with the ending that suits what the file holds.
    ///
    /// - Parameters:
    ///   - file: the file as the user named it.
    ///   - path: where it is read, when it came through standard input.
    ///   - wanted: the name that the user gave; nil for one beside the file.
    /// - Returns: the name.
    /// - Throws: ``Fault`` with `fileUnreadable`, also for a wanted name that promises another form.
    public static func name(of file: String, path: String, wanted: String?) throws -> String {
        let isWorkbook = try FileSurvey.isWorkbook(path: path)
        let (ending, other) = isWorkbook ? (".xlsx", ".csv") : (".csv", ".xlsx")
        guard let wanted else { return "\(file).rejects\(ending)" }
        guard !wanted.lowercased().hasSuffix(other) else {
            throw Fault(
                .fileUnreadable,
                "Refused rows of \(isWorkbook ? "a workbook" : "a CSV file") cannot go to \(wanted): "
                    + "they are written in the form of their file.",
                hint: "Name one that ends in \(ending): --rejects \(wanted.dropLast(other.count))\(ending)")
        }
        return wanted
    }
}
