import Testing

@testable import Register

@Suite struct SheetNumberTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let xml: String
        let text: String
        let kind: CellKind

        init(_ xml: String, _ text: String, _ kind: CellKind = .number) {
            self.xml = xml
            self.text = text
            self.kind = kind
        }

        var testDescription: String { xml }
    }

    @Test(arguments: [
        Case("5067381", "5067381"), Case("0", "0"), Case("-0", "0"), Case("-12", "-12"), Case("007", "7"),
        Case(" 12\n", "12"), Case("5067381.0", "5067381"), Case("4750000.5", "4750000.5"), Case(".5", "0.5"),
        Case("0.00125", "0.00125"), Case("1.5E-3", "0.0015"), Case("1E3", "1000"), Case("+1.50e+03", "1500"),
        // What Excel writes for 1234.56 and for 0.1 + 0.2: the digits past the fifteenth are noise.
        Case("1234.5599999999999", "1234.56"), Case("0.30000000000000004", "0.3"),
        Case("4999999.9999999991", "5000000"),
        // Up to fifteen digits are exact, however they are written.
        Case("999999999999999", "999999999999999"), Case("6.1710145079E+14", "617101450790000"),
        Case("99999999999999.95", "100000000000000"),
        // A NIK typed into a number cell: Excel has set its last digit to 0.
        Case("3171015708900000", "3171015708900000", .roundedNumber),
        Case("3.17101570890000E+15", "3171015708900000", .roundedNumber),
        Case("6.1710145079E+15", "6171014507900000", .roundedNumber),
        Case("3171015708900001", "3171015708900001", .roundedNumber),
        Case("1E15", "1000000000000000", .roundedNumber),
        Case("999999999999999.9", "1000000000000000", .roundedNumber),
        Case("-1e16", "-10000000000000000", .roundedNumber),
        Case("12345678901234567890", "12345678901234567890", .roundedNumber),
        // What is no number stays as it stands, for the checks of the column to refuse.
        Case("1,5", "1,5", .text), Case("1E", "1E", .text), Case("1E999999999", "1E999999999", .text),
        Case("-", "-", .text), Case("1.2.3", "1.2.3", .text), Case("NaN", "NaN", .text),
        Case("1e+400x", "1e+400x", .text),
    ])
    func `numbers are given in plain digits`(_ example: Case) throws {
        let rows = try TestWorkbook(rows: "<row><c><v>\(example.xml)</v></c></row>").read()
        #expect(rows.map(\.texts) == [[example.text]])
        #expect(rows.map(\.kinds) == [[example.kind]])
    }

    /// Styles 0 to 3: general, eight noughts, two of them, a date.
    @Test(
        arguments: [
            (1, "397672", "00397672", .text), (1, "1234", "00001234", .text), (1, "12345678", "12345678", .number),
            (1, "123456789", "123456789", .number), (1, "0", "0", .number), (1, "-397672", "-397672", .number),
            (1, "397672.5", "397672.5", .number), (2, "7", "7", .number), (0, "397672", "397672", .number),
            (3, "33102", "1990-08-17", .date), (4, "397672", "397672", .number),
        ] as [(Int, String, String, CellKind)])
    func `noughts that a cell shows belong to its number`(
        style: Int, number: String, text: String, kind: CellKind
    ) throws {
        let formats = """
            <numFmts count="2"><numFmt numFmtId="164" formatCode="00000000"/><numFmt numFmtId="165" formatCode="00"/></numFmts>
            <cellXfs count="4"><xf/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs>
            """
        let row = try TestWorkbook(rows: "<row><c s=\"\(style)\"><v>\(number)</v></c></row>", formats: formats).read()
            .first
        #expect(row?.texts == [text] && row?.kinds == [kind])
    }

    @Test func `a very small and a very large number end`() throws {
        let row = try TestWorkbook(rows: "<row><c><v>2E-308</v></c><c><v>1.7E308</v></c></row>").firstRow()
        #expect(row.map(\.count) == [310, 309])
    }

    @Test func `a number of five hundred digits is text`() throws {
        let digits = String(repeating: "7", count: 500)
        let rows = try TestWorkbook(rows: "<row><c><v>\(digits)</v></c></row>").read()
        #expect(rows.first?.texts == [digits] && rows.first?.kinds == [.text])
    }
}
