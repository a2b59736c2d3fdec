/// Finds the sheet of a workbook that has the headings, wherever it stands among instructions, codes and summaries.
///
/// Sheets are never joined: lines are counted by sheet, and which of them make up the list only the user knows.
struct SheetSearch {
    let layouts: LayoutSearch
    private var path: String { layouts.path }

    /// More sheets than this are not opened one after the other.
    private static let mostSheets = 200

    /// The sheet to read, with the rows of those that are not read.
    ///
    /// - Parameter name: the sheet that the user wants; nil for any visible one that has the headings.
    /// - Returns: what was recognised, or nil when no sheet has the headings.
    /// - Throws: ``Fault`` with `layoutAmbiguous` when several have them above rows, or what ``LayoutSearch`` throws.
    func find(_ name: String?) throws -> LayoutRecognition? {
        let workbook = try Workbook(path: path)
        let names = workbook.sheetNames
        if let name {
            guard let wanted = names.first(where: { $0.lowercased() == name.lowercased() }) else {
                _ = try workbook.open(sheet: name)
                return nil
            }
            return try recognized(wanted).map { try withOthers($0, of: names) }
        }
        guard names.count <= Self.mostSheets else {
            throw WorkbookFile(path: path).refused(
                "it has more than \(Self.mostSheets) sheets; name one with --sheet NAME")
        }
        var fitting: [LayoutRecognition] = []
        var otherKind: Fault?
        for sheet in workbook.visibleSheetNames {
            do {
                if let found = try recognized(sheet) { fitting.append(found) }
            } catch let fault as Fault where fault.code == .layoutUnknown {
                otherKind = otherKind ?? fault
            }
        }
        if fitting.isEmpty, let otherKind { throw otherKind }
        if fitting.isEmpty, workbook.visibleSheetNames.isEmpty { _ = try workbook.open(sheet: nil) }
        guard fitting.count > 1 else { return try fitting.first.map { try withOthers($0, of: names) } }
        let filled = try fitting.map { (found: $0, rows: try dataRows(of: $0)) }.filter { $0.rows > 0 }
        guard filled.count < 2 else { throw choice(filled.map { ($0.found.sheet ?? "", $0.rows) }) }
        return try withOthers(filled.first?.found ?? fitting[0], of: names)
    }

    private func recognized(_ sheet: String) throws -> LayoutRecognition? {
        try layouts.only(in: .xlsx(sheet: sheet))
    }

    private func withOthers(_ found: LayoutRecognition, of names: [String]) throws -> LayoutRecognition {
        var found = found
        found.otherSheets = try names.filter { $0 != found.sheet }.map { name in
            let reader = try TableFormat.xlsx(sheet: name).open(path)
            var record = TableRecord()
            var rows = 0
            while try reader.read(into: &record) { rows += record.isBlank ? 0 : 1 }
            return ImportOutcome.Sheet(name: name, rows: rows)
        }
        return found
    }

    /// The rows below the headings, without totals, numbers of columns and text below the table.
    private func dataRows(of found: LayoutRecognition) throws -> Int {
        let reader = try found.format.open(path, width: found.width)
        var record = TableRecord()
        var others = PassedOverRows(found)
        var rows = 0
        while try reader.read(into: &record) {
            if record.line <= found.headingLine || record.isBlank || rows == 0 && record.isColumnNumbers { continue }
            if others.take(record) { continue }
            rows += others.released().count + 1
        }
        return rows
    }

    private func choice(_ sheets: [(name: String, rows: Int)]) -> Fault {
        let list = sheets.map { "\"\(FreeText.masked($0.name))\" (\($0.rows == 1 ? "1 row" : "\($0.rows) rows"))" }
        return Fault(
            .layoutAmbiguous, "Several sheets of \(path) have the headings: \(list.joined(separator: ", ")).",
            hint: "If they make up one list, copy their rows into one sheet; if one of them is the list, "
                + "name it: --sheet NAME")
    }
}
