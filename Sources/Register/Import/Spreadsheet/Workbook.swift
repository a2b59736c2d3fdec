/// A workbook whose parts are known, ready to read one of its sheets.
struct Workbook {
    let archive: Archive
    let countsFrom1904: Bool
    let computesOnLoad: Bool
    private let relationships: Relationships
    private let sheets: [(sheet: WorkbookContents.Sheet, part: String)]

    /// Opens a workbook and reads what it says of itself.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    init(path: String) throws {
        let file = WorkbookFile(path: path)
        try file.checkSignature()
        archive = try Archive(file)
        let main = try Self.mainPart(of: archive)
        let contents = try WorkbookContents(archive.open(main, limit: SpreadsheetLimits.descriptionBytes))
        let relationships = try Relationships(of: main, in: archive)
        let worksheets = Dictionary(
            relationships.targets.filter { $0.type == "worksheet" }.map { ($0.id, $0.part) }, uniquingKeysWith: { $1 })
        sheets = contents.sheets.compactMap { sheet in worksheets[sheet.relationship].map { (sheet, $0) } }
        self.relationships = relationships
        countsFrom1904 = contents.countsFrom1904
        computesOnLoad = contents.computesOnLoad
    }

    /// The sheets with cells, in the order of the tabs.
    var sheetNames: [String] { sheets.map(\.sheet.name) }

    /// The sheets that a person who opens the workbook sees.
    var visibleSheetNames: [String] { sheets.filter(\.sheet.isVisible).map(\.sheet.name) }

    /// Opens a sheet by name, or the first one that is visible.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    func open(sheet name: String?) throws -> ArchivePart {
        let wanted = name?.lowercased()
        let found = sheets.first { wanted == nil ? $0.sheet.isVisible : $0.sheet.name.lowercased() == wanted }
        guard let found else {
            let known = sheetNames.map(FreeText.masked).joined(separator: ", ")
            throw archive.file.malformed(
                name.map { "it has no sheet \"\(FreeText.masked($0))\", but \(known)" } ?? "it has no visible sheet")
        }
        return try archive.open(found.part)
    }

    /// The texts that cells share.
    func sharedStrings() throws -> SharedStrings {
        guard let part = relationships.part("sharedStrings") else { return SharedStrings(archive.file) }
        return try SharedStrings(archive.open(part))
    }

    /// How cells show their numbers, by style.
    func formats() throws -> [CellFormat] {
        guard let part = relationships.part("styles") else { return [] }
        return try CellStyles.formats(archive.open(part, limit: SpreadsheetLimits.descriptionBytes))
    }

    private static func mainPart(of archive: Archive) throws -> String {
        guard archive.contains("[Content_Types].xml") else {
            throw archive.file.malformed("it is a zip file, but not of the .xlsx kind")
        }
        guard let main = try Relationships(of: "", in: archive).part("officeDocument") else {
            throw archive.file.malformed("it names no main part")
        }
        let type = try ContentTypes(archive).type(of: main) ?? ""
        guard
            type.contains("sheet.main+xml") || type.contains("sheet.macroEnabled.main+xml")
                || type.contains("template.main+xml") && type.contains("spreadsheetml")
        else { throw archive.file.malformed("its main part is not a workbook in XML") }
        return main
    }
}
