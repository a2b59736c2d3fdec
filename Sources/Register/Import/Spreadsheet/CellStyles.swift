/// Which of the styles of a workbook show numbers as days.
final class CellStyles: XMLHandler {
    private var customDates: [Int: Bool] = [:]
    private var formats: [Int] = []
    private var isInNumberFormats = false
    private var isInCellFormats = false

    /// Reads the part that holds the styles.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    static func dates(_ part: ArchivePart) throws -> [Bool] {
        let styles = CellStyles()
        try XMLStream(part, handler: styles).run()
        return styles.formats.map { styles.customDates[$0] ?? DateFormat.isDate(builtIn: $0) }
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmts": isInNumberFormats = true
        // The formats of conditions (dxfs) have numbers of their own.
        case "numFmt" where isInNumberFormats:
            guard let id = attributes["numFmtId"].flatMap(Int.init), let code = attributes["formatCode"] else { return }
            customDates[id] = DateFormat.isDate(code: code)
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats: formats.append(attributes["numFmtId"].flatMap(Int.init) ?? 0)
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "numFmts": isInNumberFormats = false
        case "cellXfs": isInCellFormats = false
        default: break
        }
    }
}
