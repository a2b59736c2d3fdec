/// The workbook that is being read, as errors name it.
struct WorkbookFile {
    let path: String

    /// The file is damaged or is something else than it seems.
    func malformed(_ what: String) -> Fault {
        Fault(
            .spreadsheetMalformed, "The workbook \(path) cannot be read: \(what).",
            hint: "Open it in Excel or LibreOffice, save it again as .xlsx or CSV, and import that.")
    }

    /// The file asks for more than an honest workbook does.
    func refused(_ what: String) -> Fault {
        Fault(
            .spreadsheetRefused, "The workbook \(path) is refused: \(what).",
            hint: "Copy the table alone into a new workbook, or save it as CSV, and import that.")
    }

    /// Tells workbooks from files that only bear their name.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed`, or `fileUnreadable`.
    func checkSignature() throws {
        let file = try FileReader(path: path, chunkSize: 512)
        var start: [UInt8] = []
        while start.count < 8, let byte = try file.peek() {
            start.append(byte)
            file.advance()
        }
        if start == [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] {
            throw Fault(
                .spreadsheetMalformed, "The workbook \(path) is an old .xls file or is locked with a password.",
                hint: "Open it in Excel or LibreOffice, remove the password, and save it as .xlsx or CSV.")
        }
        guard start.starts(with: [0x50, 0x4B]) else {
            throw malformed(start.isEmpty ? "it is empty" : "it is not in the format of .xlsx files")
        }
    }
}
