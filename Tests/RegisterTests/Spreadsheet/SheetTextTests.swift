import Testing

@testable import Register

@Suite struct SheetTextTests {
    private func inline(_ content: String) throws -> [String] {
        try TestWorkbook(rows: "<row><c t=\"inlineStr\"><is>\(content)</is></c></row>").firstRow()
    }

    private func shared(_ content: String) throws -> [String] {
        try TestWorkbook(rows: "<row><c t=\"s\"><v>1</v></c></row>", strings: "<si><t>a</t></si><si>\(content)</si>")
            .firstRow()
    }

    @Test(arguments: [
        ("<t>PT Contoh &amp; Rekan</t>", ["PT Contoh & Rekan"]),
        ("<r><t xml:space=\"preserve\">Jl. </t></r><r><rPr><b/><sz val=\"11\"/></rPr><t>Mawar</t></r>", ["Jl. Mawar"]),
        ("<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/>", ["東京"]),
        ("<t xml:space=\"preserve\">  Joko  </t>", ["  Joko  "]),
        ("<t>\n  Joko\n </t>", ["Joko"]),
        ("<t>satu_x000D_&#10;dua</t>", ["satu\r\ndua"]),
        ("<t>_x005F_x000D_</t>", ["_x000D_"]),
        ("<t>NO_PEGAWAI_x00g1_ _x0000_ _xD800_</t>", ["NO_PEGAWAI_x00g1_ _x0000_ _xD800_"]),
        ("<t><![CDATA[<b>]]></t>", ["<b>"]),
        ("<t></t>", []), ("<t/>", []), ("", []),
    ])
    func `texts are the same, shared or inline`(_ content: String, _ expected: [String]) throws {
        #expect(try inline(content) == expected)
        #expect(try shared(content) == expected)
    }

    @Test func `formulas give their last result`() throws {
        let rows = """
            <row><c t="str"><f>A1&amp;"x"</f><v> hasil </v></c><c><f>1+1</f><v>2</v></c><c><f>NOW()</f><v/></c>
            <c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="str"><f>""</f><v/></c></row>
            """
        let row = try TestWorkbook(rows: rows).read().first
        #expect(row?.texts == [" hasil ", "2", "=", "#DIV/0!", "TRUE", "FALSE"])
        #expect(row?.kinds == [.text, .number, .openFormula, .error, .text, .text])
    }

    @Test func `UTF-16 and names with a prefix are understood`() throws {
        var workbook = TestWorkbook(rows: "")
        workbook["xl/worksheets/sheet1.xml"] = """
            <x:worksheet xmlns:x="urn:any"><x:sheetData><x:row x:r="4"><x:c r="B4" t="inlineStr"><x:is>
            <x:t>Kupang</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>
            """
        #expect(try workbook.read().map(\.description) == ["4: |Kupang"])
        let file = try ScratchFile()
        let sheet = TestWorkbook.sheet("<row><c t=\"inlineStr\"><is><t>é</t></is></c></row>")
        let encoded: [UInt8] = [0xFF, 0xFE] + sheet.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let others = workbook.parts.filter { $0.name != "xl/worksheets/sheet1.xml" }.map {
            ($0.name, Array($0.text.utf8))
        }
        try ZipFile.write(others + [("xl/worksheets/sheet1.xml", encoded)], to: file.path)
        #expect(try SheetRow.all(file.path).map(\.texts) == [["é"]])
    }
}
