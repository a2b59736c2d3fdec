/// What a workbook says of itself: its sheets, and from when it counts days.
final class WorkbookContents: XMLHandler {
    /// A sheet, in the order of the tabs.
    struct Sheet {
        let name: String
        let relationship: String
        let isVisible: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var countsFrom1904 = false

    /// Reads the main part.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    init(_ part: ArchivePart) throws {
        try XMLStream(part, handler: self).run()
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "workbookPr": countsFrom1904 = ["1", "true", "on"].contains(attributes["date1904"])
        case "sheet":
            guard let name = attributes["name"], let id = attributes["id"] else { return }
            sheets.append(
                Sheet(name: name, relationship: id, isVisible: (attributes["state"] ?? "visible") == "visible"))
        default: break
        }
    }
}
