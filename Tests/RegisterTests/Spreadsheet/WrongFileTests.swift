import Testing

@testable import Register

/// Files that only bear the name of a workbook.
@Suite struct WrongFileTests {
    private func fault(_ bytes: [UInt8]) throws -> Fault? {
        let file = try ScratchFile("a.xlsx", bytes: bytes)
        return #expect(throws: Fault.self) { try SheetRow.all(file.path) }
    }

    private func fault(without part: String) -> Fault? {
        var workbook = TestWorkbook(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>a</t></si>")
        workbook[part] = nil
        return #expect(throws: Fault.self) { try workbook.read() }
    }

    @Test func `old and locked workbooks are told what to do`() throws {
        let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 1000)
        let fault = try fault(ole)
        #expect(fault?.code == .spreadsheetMalformed)
        #expect(fault?.message.contains("password") == true && fault?.hint?.contains("CSV") == true)
    }

    @Test(arguments: ["", "PK", "NIK;Nama\n1;2\n", "<html><table></table></html>", "PK\u{3}\u{4}rubbish"])
    func `other files are a fault`(_ content: String) throws {
        #expect(try fault(Array(content.utf8))?.code == .spreadsheetMalformed)
    }

    @Test func `a missing file and a folder are unreadable`() throws {
        let file = try ScratchFile()
        for path in [file.path, file.folder] {
            let fault = #expect(throws: Fault.self) { try SheetRow.all(path) }
            #expect(fault?.code == .fileUnreadable)
        }
    }

    @Test(arguments: [
        "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
    ])
    func `a part that is missing is a fault`(_ part: String) {
        #expect(fault(without: part)?.code == .spreadsheetMalformed)
    }

    @Test func `a document, a binary workbook and a chart are not taken for tables`() {
        for type in [
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
        ] {
            var workbook = TestWorkbook(rows: "<row><c><v>1</v></c></row>")
            workbook["[Content_Types].xml"] = """
                <Types><Override PartName="/xl/workbook.xml" ContentType="\(type)"/></Types>
                """
            let fault = #expect(throws: Fault.self) { try workbook.read() }
            #expect(fault?.code == .spreadsheetMalformed)
        }
        var workbook = TestWorkbook(rows: "")
        workbook["xl/worksheets/sheet1.xml"] = "<chartsheet><sheetData/></chartsheet>"
        let fault = #expect(throws: Fault.self) { try workbook.read() }
        #expect(fault?.code == .spreadsheetMalformed)
    }
}
