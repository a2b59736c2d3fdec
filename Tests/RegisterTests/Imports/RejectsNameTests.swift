import Postgres
import TestSupport
import Testing

@testable import Register

/// Refused rows go back in the form of their file.
@Suite struct RejectsNameTests {
    @Test(
        arguments: [
            ("PK\u{3}\u{4}", nil, "stdin.rejects.xlsx"), ("NIK;Nama", nil, "stdin.rejects.csv"),
            ("", nil, "stdin.rejects.csv"),
            ("PK\u{3}\u{4}", "out.xlsx", "out.xlsx"), ("NIK;Nama", "out.txt", "out.txt"), ("NIK;Nama", "out.XLSX", nil),
            ("PK\u{3}\u{4}", "out.csv", nil),
        ] as [(String, String?, String?)])
    func `the name follows what the file holds`(content: String, wanted: String?, expected: String?) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(content, to: "input")
        guard let expected else {
            let fault = #expect(throws: Fault.self) {
                _ = try RejectsName.name(of: "stdin", path: path, wanted: wanted)
            }
            #expect(fault?.hint?.contains("--rejects out.") == true)
            return
        }
        #expect(try RejectsName.name(of: "stdin", path: path, wanted: wanted) == expected)
    }

    @Test func `a refused row that reaches to the edge of the sheet comes back`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let rows = """
                    <row><c t="str"><v>NIK</v></c><c t="str"><v>Nama</v></c></row>
                    <row r="2"><c t="str"><v>6171014101909001</v></c><c t="str"><v>Ani Contoh</v></c>\
                    <c r="XFD2" t="str"><v>x</v></c></row>
                    """
                let path = office.folder.path + "/daftar.xlsx"
                try TestWorkbook(rows: rows).write(to: path)
                let outcome = try office.imports(.workers, file: path, asOf: "2026-10-31", employer: "90000001")
                #expect(outcome.rejects.map(\.code) == ["too_many_columns"])
                let back = try SheetRow.all(office.rejects).map(\.texts)
                #expect(back.first == ["NIK", "Nama", RejectsFile.heading])
                #expect(back.last?.count == 4 && back.last?.last == "x")
            }
        }
    }

    @Test func `a heading at the edge of the sheet leaves room for the reasons`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let rows = """
                    <row r="1"><c t="str"><v>NIK</v></c><c t="str"><v>Nama</v></c><c r="XFD1" t="str"><v>Z</v></c></row>
                    <row r="2"><c t="str"><v>617</v></c><c t="str"><v>Ani Contoh</v></c>\
                    <c r="XFD2" t="str"><v>x</v></c></row>
                    """
                let path = office.folder.path + "/daftar.xlsx"
                try TestWorkbook(rows: rows).write(to: path)
                let outcome = try office.imports(.workers, file: path, asOf: "2026-10-31", employer: "90000001")
                #expect(outcome.rejected == 1)
                let back = try SheetRow.all(office.rejects).map { Array($0.texts.prefix(3)) }
                #expect(back == [["NIK", "Nama", "Z"], ["617", "Ani Contoh", "x"]])
            }
        }
    }
}
