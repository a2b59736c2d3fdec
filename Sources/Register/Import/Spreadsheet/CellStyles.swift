/// The styles of the cells of a workbook.
final class CellStyles: XMLHandler {
    private var custom: [Int: CellFormat] = [:]
    private var formats: [Int] = []
    private var isInNumberFormats = false
    private var isInCellFormats = false

    /// Reads the part that holds the styles.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    static func formats(_ part: ArchivePart) throws -> [CellFormat] {
        let styles = CellStyles()
        try XMLStream(part, handler: styles).run()
        return styles.formats.map { styles.custom[$0] ?? CellFormat(builtIn: $0) }
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmts": isInNumberFormats = true
        // The formats of conditions (dxfs) have numbers of their own.
        case "numFmt" where isInNumberFormats:
            guard let id = attributes["numFmtId"].flatMap(Int.init), let code = attributes["formatCode"] else { return }
            custom[id] = CellFormat(code: code)
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
