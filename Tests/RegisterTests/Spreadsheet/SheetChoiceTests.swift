import Testing

@testable import Register

@Suite struct SheetChoiceTests {
    /// A hidden sheet, a chart, and two sheets with cells.
    private func workbook() -> TestWorkbook {
        var workbook = TestWorkbook(rows: "<row><c><v>1</v></c></row>")
        workbook["xl/workbook.xml"] = """
            <workbook xmlns:r="urn:r"><sheets><sheet name="Kode" r:id="a" state="hidden"/><sheet name="Grafik" r:id="b"/>
            <sheet name="Data Peserta" r:id="c"/><sheet name="Keluarga" r:id="d"/></sheets></workbook>
            """
        workbook["xl/_rels/workbook.xml.rels"] = TestWorkbook.relationships([
            ("a", "worksheet", "worksheets/kode.xml"), ("b", "chartsheet", "chartsheets/sheet1.xml"),
            ("c", "worksheet", "worksheets/sheet1.xml"), ("d", "worksheet", "./../xl/Worksheets/sheet2.xml"),
        ])
        workbook["xl/worksheets/kode.xml"] = TestWorkbook.sheet("<row><c><v>9</v></c></row>")
        workbook["xl/worksheets/sheet2.xml"] = TestWorkbook.sheet("<row><c><v>2</v></c></row>")
        return workbook
    }

    @Test func `the first visible sheet is read unless one is named`() throws {
        #expect(try workbook().read().first?.texts == ["1"])
        #expect(try workbook().read(sheet: "keluarga").first?.texts == ["2"])
        #expect(try workbook().read(sheet: "Kode").first?.texts == ["9"])
    }

    @Test func `sheets are listed in order`() throws {
        let file = try ScratchFile()
        try workbook().write(to: file.path)
        #expect(try XLSXReader.sheetNames(path: file.path) == ["Kode", "Data Peserta", "Keluarga"])
    }

    @Test(arguments: [
        ("worksheets/Sheet%201.xml", "xl/worksheets/Sheet 1.xml"),
        ("worksheets/Sheet 1.xml", "xl/worksheets/Sheet%201.xml"),
        ("worksheets/Sheet%201.xml", "xl/worksheets/Sheet%201.xml"), ("worksheets\\a.xml", "xl/worksheets/a.xml"),
        ("/xl/worksheets/a.xml", "xl\\worksheets\\a.xml"), ("worksheets/a%2", "xl/worksheets/a%2"),
    ])
    func `a part is found in all spellings of its name`(_ target: String, _ part: String) throws {
        var workbook = TestWorkbook(rows: "")
        workbook["xl/_rels/workbook.xml.rels"] = TestWorkbook.relationships([("rId1", "worksheet", target)])
        workbook[part] = TestWorkbook.sheet("<row><c><v>7</v></c></row>")
        #expect(try workbook.firstRow() == ["7"])
    }

    @Test func `a sheet named by a NIK is told without it`() {
        var workbook = TestWorkbook(rows: "")
        workbook["xl/workbook.xml"] = """
            <workbook xmlns:r="urn:r"><sheets><sheet name="Gaji 6171011708908801" r:id="rId1"/></sheets></workbook>
            """
        for name in ["Data", "6171011708908802"] {
            let fault = #expect(throws: Fault.self) { try workbook.read(sheet: name) }
            #expect(fault?.message.contains("Gaji ****************") == true)
            #expect(fault?.message.contains("61710117") == false)
        }
    }

    @Test(arguments: ["Grafik", "Lain"]) func `a sheet that is not there is a fault`(_ name: String) {
        let fault = #expect(throws: Fault.self) { try workbook().read(sheet: name) }
        #expect(fault?.code == .spreadsheetMalformed && fault?.message.contains(name) == true)
    }
}
