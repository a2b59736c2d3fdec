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

    @Test(arguments: [("1", "TRUE"), ("true", "TRUE"), ("0", "FALSE"), ("false", "FALSE"), ("ya", "ya")])
    func `yes and no are told apart in both spellings`(_ value: String, _ text: String) throws {
        #expect(try TestWorkbook(rows: "<row><c t=\"b\"><v>\(value)</v></c></row>").firstRow() == [text])
    }

    @Test func `an extension within a cell does not change its value`() throws {
        let rows = """
            <row><c><v>5067381</v><extLst><ext><x:v xmlns:x="urn:x">1</x:v></ext></extLst></c>
            <c t="inlineStr"><is><t>Ani</t></is><extLst><ext><t>Budi</t><v>2</v></ext></extLst></c></row>
            """
        #expect(try TestWorkbook(rows: rows).firstRow() == ["5067381", "Ani"])
    }

    @Test(arguments: [
        ("", ["0", "2", "0"]), ("<calcPr calcId=\"1\"/>", ["0", "2", "0"]),
        ("<calcPr fullCalcOnLoad=\"1\"/>", ["=", "2", "0"]),
    ])
    func `a formula with the value 0 is open where nobody has computed`(_ ending: String, _ expected: [String]) throws {
        // As XlsxWriter writes a formula, a formula that was computed, and a number.
        let rows = "<row><c><f>C2*0.25</f><v>0</v></c><c><f>1+1</f><v>2</v></c><c><v>0</v></c></row>"
        let row = try TestWorkbook(rows: rows, ending: ending).read().first
        #expect(row?.texts == expected)
        #expect(row?.kinds == [expected[0] == "=" ? .openFormula : .number, .number, .number])
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
