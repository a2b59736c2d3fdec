/// What a workbook says of itself: its sheets, from when it counts days, and whether its formulas were computed.
final class WorkbookContents: XMLHandler {
    /// A sheet, in the order of the tabs.
    struct Sheet {
        let name: String
        let relationship: String
        let isVisible: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var countsFrom1904 = false
    /// True when its formulas are to be computed by who opens it: programs that cannot compute write 0 for their values.
    private(set) var computesOnLoad = false

    /// Reads the main part.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    init(_ part: ArchivePart) throws {
        try XMLStream(part, handler: self).run()
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "workbookPr": countsFrom1904 = countsFrom1904 || Self.isTrue(attributes["date1904"])
        case "calcPr": computesOnLoad = computesOnLoad || Self.isTrue(attributes["fullCalcOnLoad"])
        case "sheet":
            guard let name = attributes["name"], let id = attributes["id"] else { return }
            sheets.append(
                Sheet(name: name, relationship: id, isVisible: (attributes["state"] ?? "visible") == "visible"))
        default: break
        }
    }

    private static func isTrue(_ value: String?) -> Bool { ["1", "true", "on"].contains(value) }
}
