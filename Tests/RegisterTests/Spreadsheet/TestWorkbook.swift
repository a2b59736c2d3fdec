/// A workbook written by hand, to hold what writers really write and what they should not.
struct TestWorkbook {
    /// The parts by name, in order.
    var parts: [(name: String, text: String)]

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    /// A workbook of one sheet with these rows.
    ///
    /// - Parameters:
    ///   - rows: the XML of the rows.
    ///   - strings: that of the shared strings.
    ///   - formats: that of the styles.
    ///   - properties: attributes of the workbook.
    ///   - ending: what the workbook says behind its sheets.
    ///   - merges: cells that are merged, such as C2:C3.
    init(
        rows: String, strings: String? = nil, formats: String? = nil, properties: String = "", ending: String = "",
        merges: [String] = []
    ) {
        parts = [
            (
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="\(Self.types).sheet.main+xml"/></Types>
                """
            ),
            ("_rels/.rels", Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)"><workbookPr \(properties)/>
                <sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>\(ending)</workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Self.relationships([
                    ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "/xl/styles.xml"),
                    ("rId3", "sharedStrings", "sharedStrings.xml"),
                ])
            ),
            ("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(formats ?? "")</styleSheet>"),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(strings ?? "")</sst>"),
            ("xl/worksheets/sheet1.xml", Self.sheet(rows, merges: merges)),
        ]
    }

    /// The XML of a sheet.
    static func sheet(_ rows: String, merges: [String] = []) -> String {
        let cells =
            merges.isEmpty ? "" : "<mergeCells>\(merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>"
        return
            "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(cells)<pageMargins left=\"0.7\"/></worksheet>"
    }

    /// The XML of a list of references: id, kind and target of each.
    static func relationships(_ targets: [(String, String, String)]) -> String {
        let list = targets.map { "<Relationship Id=\"\($0)\" Type=\"\(office)/\($1)\" Target=\"\($2)\"/>" }
        return "<Relationships>\(list.joined())</Relationships>"
    }

    /// The text of a part.
    subscript(part: String) -> String? {
        get { parts.first { $0.name == part }?.text }
        set {
            let place = parts.firstIndex { $0.name == part }
            if let place { parts.remove(at: place) }
            if let newValue { parts.insert((part, newValue), at: place ?? parts.count) }
        }
    }

    func write(to path: String, deflated: Bool = true) throws {
        try ZipFile.write(parts.map { ($0.name, Array($0.text.utf8)) }, to: path, deflated: deflated)
    }

    /// The rows as the reader gives them.
    func read(sheet: String? = nil, width: Int = 0) throws -> [SheetRow] {
        let file = try ScratchFile()
        try write(to: file.path)
        return try SheetRow.all(file.path, sheet: sheet, width: width)
    }

    /// The texts of the first row.
    func firstRow() throws -> [String] {
        try read().first?.texts ?? []
    }
}
