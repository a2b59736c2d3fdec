import Testing

@testable import Register

@Suite struct SheetDateTests {
    /// Styles 0 to 4: no date, built-in date, Indonesian date, amount in rupiah, date and time.
    private static let formats = """
        <numFmts count="3"><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/>
        <numFmt numFmtId="165" formatCode="&quot;Rp dmy&quot;#,##0;[Red]-#,##0"/>
        <numFmt numFmtId="166" formatCode="dd/mm/yyyy hh:mm"/></numFmts>
        <cellStyleXfs count="2"><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs count="5"><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
        """

    private func rows(_ serial: String, style: Int, properties: String = "") throws -> SheetRow? {
        try TestWorkbook(
            rows: "<row><c s=\"\(style)\"><v>\(serial)</v></c></row>", formats: Self.formats, properties: properties
        ).read().first
    }

    @Test(arguments: [
        ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"),
        ("33102", "1990-08-17"), ("46326", "2026-10-31"), ("46326.999988425925", "2026-10-31"),
        ("4.6326E4", "2026-10-31"), ("36526", "2000-01-01"), ("36585", "2000-02-29"), ("2958465", "9999-12-31"),
    ])
    func `numbers in the form of dates are days`(_ serial: String, _ day: String) throws {
        for style in [1, 2, 4] {
            let row = try rows(serial, style: style)
            #expect(row?.texts == [day] && row?.kinds == [.date])
        }
    }

    /// What a cell of a day in text holds, and what it is handed on as.
    @Test(
        arguments: [
            ("2020-02-29", "2020-02-29", .date), ("2020-02-29T17:00:00", "2020-02-29", .date),
            ("2020-02-29T00:00:00Z", "2020-02-29", .date),
            ("2020-02-29T17:00:00.000Z", "2020-02-29T17:00:00.000Z", .text),
            ("2020-02-29T25:99:99ZZ", "2020-02-29T25:99:99ZZ", .text),
            ("2020-02-29 of June", "2020-02-29 of June", .text),
        ] as [(String, String, CellKind)])
    func `a moment of another zone is not cut to its day`(value: String, text: String, kind: CellKind) throws {
        let row = try TestWorkbook(rows: "<row><c t=\"d\"><v>\(value)</v></c></row>").read().first
        #expect(row?.texts == [text] && row?.kinds == [kind])
    }

    @Test(arguments: ["33102", "46326.5"]) func `other numbers stay numbers`(_ serial: String) throws {
        for style in [0, 3, 9] {
            let row = try rows(serial, style: style)
            #expect(row?.texts == [serial] && row?.kinds == [.number])
        }
    }

    @Test(arguments: ["0", "0.354166666666667", "-1", "2958466", "99999999"])
    func `a number that means no day stays a number`(_ serial: String) throws {
        let row = try rows(serial, style: 1)
        #expect(row?.texts == [serial] && row?.kinds == [.number])
    }

    @Test(arguments: [("0", "1904-01-01"), ("1", "1904-01-02"), ("31640", "1990-08-17"), ("44864", "2026-10-31")])
    func `workbooks of old Macs count from 1904`(_ serial: String, _ day: String) throws {
        #expect(try rows(serial, style: 1, properties: "date1904=\"1\"")?.texts == [day])
    }

    @Test func `an extension that bears the name of the properties does not change the first day`() throws {
        // As Excel has written it since 2013.
        let ending = "<extLst><ext xmlns:x15=\"urn:x\"><x15:workbookPr chartTrackingRefBase=\"1\"/></ext></extLst>"
        let rows = "<row><c s=\"1\"><v>44864</v></c></row>"
        for outside in ["", "<x:workbookPr xmlns:x=\"urn:x\"/>"] {
            let workbook = TestWorkbook(
                rows: rows, formats: Self.formats, properties: "date1904=\"1\"", ending: ending + outside)
            #expect(try workbook.firstRow() == ["2026-10-31"])
        }
    }

    @Test func `the formats of conditions are not those of cells`() throws {
        let conditions = "<dxfs count=\"1\"><dxf><numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy\"/></dxf></dxfs>"
        let extensions = "<extLst><ext><x14:dxfs xmlns:x14=\"urn:x\">\(conditions)</x14:dxfs></ext></extLst>"
        let row = try TestWorkbook(
            rows: "<row><c s=\"3\"><v>2900000</v></c><c s=\"1\"><v>46326</v></c></row>",
            formats: Self.formats + conditions + extensions
        ).read().first
        #expect(row?.texts == ["2900000", "2026-10-31"] && row?.kinds == [.number, .date])
    }

    @Test func `dates in ISO form lose their time`() throws {
        let row = try TestWorkbook(rows: "<row><c t=\"d\"><v>2026-10-31T08:30:00</v></c></row>").read().first
        #expect(row?.texts == ["2026-10-31"] && row?.kinds == [.date])
    }

    @Test(arguments: [
        ("dd/mm/yyyy", true), ("d-mmm-yy", true), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", true), ("YYYY/MM", true),
        ("General", false), ("0.00E+00", false), ("[Red]#,##0", false), ("\"hari\" 0", false), ("0\\d", false),
        ("_d0", false), ("@", false), ("[$Rp-421]#,##0;dd", false), ("", false), ("\"dd", false), ("[dd", false),
    ])
    func `formats with a day, month or year are told from others`(_ code: String, _ isDate: Bool) {
        #expect(DateFormat.isDate(code: code) == isDate)
    }
}
