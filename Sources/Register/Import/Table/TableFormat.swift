/// The form in which a file holds its table.
enum TableFormat: Sendable, Equatable {
    /// Fields between delimiters, letters in some encoding.
    case csv(delimiter: UInt8, encoding: TextEncoding)
    /// A sheet of a workbook: the one of that name, or the first that is visible.
    case xlsx(sheet: String?)

    /// Opens a file of this form from its beginning.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - width: number of headings, once it is known: workbooks leave blank cells at the end of a row out.
    ///   - keepsRaw: keeps the bytes of each record as they stand in the file (CSV only).
    /// - Returns: a reader of its records.
    /// - Throws: ``Fault`` when the file is not readable or not of this form.
    func open(_ path: String, width: Int = 0, keepsRaw: Bool = false) throws -> any RowReader {
        switch self {
        case .csv(let delimiter, let encoding):
            return try CSVReader(
                path: path, delimiter: delimiter, encoding: encoding, keepsRaw: keepsRaw, isStrict: width > 0)
        case .xlsx(let sheet):
            return try SheetReader(path: path, sheet: sheet, width: width)
        }
    }
}
