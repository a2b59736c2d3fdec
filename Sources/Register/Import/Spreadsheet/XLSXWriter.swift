import CXLSXWriter

#if canImport(Glibc)
    import Glibc
#endif

/// Writes an XLSX workbook of one sheet row by row in flat memory; it appears under its name only when complete.
///
/// Cells are texts unless they are given as numbers: NIKs keep their digits, and what begins with `=` is never a formula.
public final class XLSXWriter {
    /// What a cell is given.
    enum Cell {
        case text(String)
        case number(Double)

        var isEmpty: Bool {
            if case .text("") = self { true } else { false }
        }
    }

    private let target: String
    private let file: UnfinishedFile
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var rows: UInt32 = 0

    /// Opens a new workbook beside the target, readable by its owner alone.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    public init(path: String) throws {
        target = path
        // The library would make the file readable by all.
        file = try UnfinishedFile(beside: path)
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let workbook = workbook_new_opt(file.path, &options), let sheet = workbook_add_worksheet(workbook, nil)
        else {
            throw Self.failure(path, "memory is short")
        }
        self.workbook = workbook
        self.sheet = sheet
    }

    deinit {
        if let workbook { lxw_workbook_free(workbook) }
    }

    /// Adds a row of texts.
    ///
    /// - Throws: ``Fault`` with `spreadsheetRefused` for more than a sheet can hold.
    public func row(_ cells: [String]) throws {
        try row(cells.map(Cell.text))
    }

    /// Adds a row of texts and numbers.
    ///
    /// - Throws: ``Fault`` with `spreadsheetRefused` for more than a sheet can hold.
    func row(_ cells: [Cell]) throws {
        guard rows < UInt32(SpreadsheetLimits.rows), cells.count <= SpreadsheetLimits.columns else {
            throw Fault(
                .spreadsheetRefused, "The table is larger than a sheet of a workbook can be.",
                hint: "Write it as CSV instead.")
        }
        for (column, cell) in cells.enumerated() where !cell.isEmpty {
            let status =
                switch cell {
                case .text(let text): worksheet_write_string(sheet, rows, lxw_col_t(column), Self.allowed(text), nil)
                case .number(let number): worksheet_write_number(sheet, rows, lxw_col_t(column), number, nil)
                }
            guard status == LXW_NO_ERROR else {
                throw Fault(
                    .spreadsheetRefused,
                    "Row \(rows + 1) cannot be written: \(String(cString: lxw_strerror(status))).",
                    hint: "Write the table as CSV instead.")
            }
        }
        rows += 1
    }

    /// Writes what is left and gives the file its name.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    public func finish() throws {
        try closeWorkbook()
        try file.place()
    }

    /// Writes what is left and gives the file its name, with a number where a file of other contents has it.
    func finishBesideOthers() throws -> String {
        try closeWorkbook()
        return try file.placeBesideOthers()
    }

    private func closeWorkbook() throws {
        guard let workbook else { return }
        // Closing frees the workbook, whether it succeeds or not.
        self.workbook = nil
        let status = workbook_close(workbook)
        guard status == LXW_NO_ERROR else { throw Self.failure(target, String(cString: lxw_strerror(status))) }
    }

    /// Replaces the few characters that a workbook cannot hold, and protects what looks like an escape.
    private static func allowed(_ cell: String) -> String {
        func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "\0" || scalar == "\u{FFFE}" || scalar == "\u{FFFF}"
        }
        var text = cell
        if text.unicodeScalars.contains(where: isForbidden) {
            text = ""
            text.unicodeScalars += cell.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }
        }
        return text.utf8.contains(UInt8(ascii: "_")) ? EscapedText.protect(text) : text
    }

    private static func failure(_ target: String, _ reason: String) -> Fault {
        Fault(
            .fileUnreadable, "The workbook \(target) cannot be written: \(reason).",
            hint: "Check the rights and the space of its folder, or name another file.")
    }
}
