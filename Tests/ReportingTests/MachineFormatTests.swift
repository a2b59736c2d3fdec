import FoundationEssentials
import Testing

@testable import Reporting

@Suite struct MachineFormatTests {
    @Test func csvHasKeysAndRawValues() throws {
        #expect(
            try Samples.text(CSVRenderer().render(Samples.report)) == """
                code,name,months,amount,oldest,last_paid,share,listed\r
                01234567,"'=SUM(A1), ""CV"" Maju",3,3205220,2026-08,2026-07-14,98.60,true\r
                07654321,PT Kapuas,1200,-500,2026-10,,1.40,false\r

                """)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+62", "'+62"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("a=b", "a=b"),
        ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("\rx", "\"'\rx\""), ("a,b", "\"a,b\""), ("", ""),
    ])
    func csvNeutralisesFormulasAndQuotes(value: String, field: String) throws {
        let report = Report(
            key: "r", title: "T",
            sections: [Section(key: "s", title: "", columns: [Column(key: "k", title: "K")], rows: [[.text(value)]])])
        #expect(try Samples.text(CSVRenderer().render(report)) == "k\r\n\(field)\r\n")
    }

    @Test func csvWantsOneSection() throws {
        let error = #expect(throws: ReportingError.self) { try CSVRenderer().render(Samples.twoSections) }
        #expect(error?.code == .sectionUnknown)
        #expect(error?.hint?.contains("one, two") == true)
        let two = try CSVRenderer(options: RenderOptions(section: "two")).render(Samples.twoSections)
        #expect(Samples.text(two) == "b\r\n")
        #expect(throws: ReportingError.self) {
            try CSVRenderer(options: RenderOptions(section: "three")).render(Samples.twoSections)
        }
    }

    @Test func jsonHoldsEverything() {
        #expect(
            Samples.text(JSONRenderer().render(Samples.report)) == """
                {
                  "schema_version": 1,
                  "report": "arrears",
                  "title": "Tunggakan iuran",
                  "metadata": {"office": "Pontianak", "as_of": "31 Oktober 2026"},
                  "trace": {"run": "18", "rule_set": "3f9a1c07"},
                  "sections": [
                    {
                      "key": "businesses",
                      "title": "Badan usaha",
                      "columns": [
                        {"key": "code", "title": "Kode", "kind": "text"},
                        {"key": "name", "title": "Nama", "kind": "text"},
                        {"key": "months", "title": "Bulan", "kind": "integer"},
                        {"key": "amount", "title": "Tunggakan", "kind": "money"},
                        {"key": "oldest", "title": "Tertua", "kind": "month"},
                        {"key": "last_paid", "title": "Bayar terakhir", "kind": "date"},
                        {"key": "share", "title": "Bagian", "kind": "percent"},
                        {"key": "listed", "title": "Jadwal", "kind": "boolean"}
                      ],
                      "rows": [
                        {"code": "01234567", "name": "=SUM(A1), \\"CV\\" Maju", "months": 3, "amount": 3205220, \
                "oldest": "2026-08", "last_paid": "2026-07-14", "share": 98.60, "listed": true},
                        {"code": "07654321", "name": "PT Kapuas", "months": 1200, "amount": -500, \
                "oldest": "2026-10", "last_paid": null, "share": 1.40, "listed": false}
                      ],
                      "totals": {"code": "Jumlah", "name": null, "months": 1203, "amount": 3204720, "oldest": null, \
                "last_paid": null, "share": 100.00, "listed": null},
                      "note": "Tunggakan sebulan penuh atau lebih."
                    }
                  ]
                }

                """)
    }

    @Test func jsonLinesNameTheirSection() throws {
        let text = try Samples.text(JSONLinesRenderer().render(Samples.report))
        let lines = text.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
            lines.last
                == #"{"section":"businesses","code":"07654321","name":"PT Kapuas","months":1200,"amount":-500,"oldest":"2026-10","last_paid":null,"share":1.40,"listed":false}"#
        )
        let none = try JSONLinesRenderer(options: RenderOptions(section: "two")).render(Samples.twoSections)
        #expect(none.isEmpty)
    }

    @Test func jsonTextSurvivesAnyCharacter() throws {
        let awkward = "\"\\\n\r\t\u{0}\u{1F}\u{2028}é😀/"
        let text = JSONValue.array([.string(awkward), .decimal("0.5"), .decimal("1,5"), .decimal("007"), nil]).compact
        #expect(!text.contains("\u{2028}"))
        #expect(text.hasSuffix(#",0.5,"1,5","007",null]"#))
        let back = try JSONDecoder().decode([String].self, from: Data(JSONValue.strings([awkward]).compact.utf8))
        #expect(back == [awkward])
    }

    @Test(arguments: ["1", "-1", "0", "0.10", "98.60", "-0.5"])
    func decimalsAreNumbers(text: String) {
        #expect(JSONValue.decimal(text).compact == text)
    }

    @Test(arguments: ["", "-", "1.", ".5", "1.2.3", "--1", "01", "1e5", "NaN", "1-2"])
    func whatIsNoDecimalIsText(text: String) {
        #expect(JSONValue.decimal(text).compact == "\"\(text)\"")
    }

    @Test func everyFormatHasItsRenderer() throws {
        let catalogue = try Samples.catalogue()
        let press = Press(TypesetterInstallation(python: "python", resources: Samples.resources), timestamp: 0)
        for format in OutputFormat.allCases { _ = try format.renderer(catalogue, press: press) }
        #expect(throws: ReportingError.self) { try OutputFormat.pdf.renderer(catalogue, press: nil) }
    }
}
