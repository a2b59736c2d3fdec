import Postgres
import TestSupport
import Testing

@testable import Register

/// Workbooks of several sheets.
@Suite struct SheetImportTests {
    /// A workbook with these sheets, all cells texts.
    static func workbook(_ sheets: [(name: String, rows: [[String]])]) -> TestWorkbook {
        var workbook = TestWorkbook(rows: "")
        let tabs = sheets.indices.map { "<sheet name=\"\(sheets[$0].name)\" sheetId=\"\($0 + 1)\" r:id=\"s\($0)\"/>" }
        workbook["xl/workbook.xml"] =
            "<workbook xmlns:r=\"urn:r\"><sheets>\(tabs.joined())</sheets></workbook>"
        workbook["xl/_rels/workbook.xml.rels"] = TestWorkbook.relationships(
            sheets.indices.map { ("s\($0)", "worksheet", "worksheets/s\($0).xml") })
        for (index, sheet) in sheets.enumerated() {
            let rows = sheet.rows.map { row in
                "<row>\(row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined())</row>"
            }
            workbook["xl/worksheets/s\(index).xml"] = TestWorkbook.sheet(rows.joined())
        }
        return workbook
    }

    private static let headings = ["NIK", "Nama", "Upah"]
    private static let one = [headings, ["6171014101909001", "Ani Contoh", "3500000"]]
    private static let two = [
        headings, ["6171014101909002", "Budi Contoh", "3500000"], ["6171014101909003", "Cici Contoh", "3500000"],
    ]

    @Test func `the sheet with the headings is read and the others are named`() async throws {
        try await imported([("Petunjuk", [["Isi lembar Data."], ["Terima kasih"]]), ("Data", Self.one)]) {
            office, file in
            let outcome = try office.imports(.workers, file: file, asOf: "2026-10-31", employer: "90000001")
            #expect(outcome.accepted == 1)
            #expect(outcome.sheet == "Data")
            #expect(outcome.otherSheets == [.init(name: "Petunjuk", rows: 2)])
        }
    }

    @Test func `headings without rows beside the list do not make a question`() async throws {
        try await imported([("Kosong", [Self.headings]), ("Data", Self.two)]) { office, file in
            let outcome = try office.imports(.workers, file: file, asOf: "2026-10-31", employer: "90000001")
            #expect((outcome.sheet, outcome.accepted) == ("Data", 2))
        }
    }

    @Test func `a list with headings that cannot be read is not exchanged for another sheet`() async throws {
        let grouped = [
            ["NIK", "Nama", "Upah", ""], ["", "", "Lama", "Baru"],
            ["6171014101909001", "Ani Contoh", "3500000", "3600000"],
        ]
        try await imported([("Keluar", Self.two), ("Oktober", grouped)]) { office, file in
            let fault = #expect(throws: Fault.self) {
                _ = try office.imports(.workers, file: file, asOf: "2026-10-31", employer: "90000001")
            }
            #expect(fault?.message.contains(#"sheet "Oktober", stand in two rows"#) == true)
            #expect(fault?.hint?.contains("--sheet") == true)
            let named = try office.imports(
                .workers, file: file, asOf: "2026-10-31", employer: "90000001", sheet: "Keluar")
            #expect(named.accepted == 2)
        }
    }

    @Test func `several sheets with rows are not chosen from, and each can be named`() async throws {
        try await imported([("Cabang A", Self.one), ("Cabang B", Self.two)]) { office, file in
            let fault = #expect(throws: Fault.self) {
                _ = try office.imports(.workers, file: file, asOf: "2026-10-31", employer: "90000001")
            }
            #expect(fault?.code == .layoutAmbiguous)
            #expect(fault?.message.contains(#""Cabang A" (1 row), "Cabang B" (2 rows)"#) == true)
            #expect(fault?.hint?.contains("--sheet") == true)
            for (sheet, rows) in [("cabang b", 2), ("Cabang A", 1)] {
                let outcome = try office.imports(
                    .workers, file: file, asOf: "2026-10-31", employer: "90000001", sheet: sheet)
                guard case .accepted = outcome.verdict else {
                    Issue.record("\(outcome.verdict)")
                    return
                }
                #expect(outcome.accepted == rows)
            }
            let again = try office.imports(
                .workers, file: file, asOf: "2026-10-31", employer: "90000001", sheet: "Cabang A")
            guard case .alreadyImported = again.verdict else {
                Issue.record("\(again.verdict)")
                return
            }
        }
    }

    @Test func `a sheet that is not there, or of a file without sheets, is a fault`() async throws {
        try await imported([("Data", Self.one)]) { office, file in
            let fault = #expect(throws: Fault.self) {
                _ = try office.imports(
                    .workers, file: file, asOf: "2026-10-31", employer: "90000001", sheet: "Cabang C")
            }
            #expect(fault?.message.contains("but Data") == true)
            let text = try office.folder.write("NIK;Nama\n6171014101909001;Ani Contoh\n", to: "a.csv")
            let other = #expect(throws: Fault.self) {
                _ = try office.imports(.workers, file: text, asOf: "2026-10-31", employer: "90000001", sheet: "Data")
            }
            #expect(other?.hint == "Leave --sheet out.")
        }
    }

    private func imported(
        _ sheets: [(name: String, rows: [[String]])], _ body: @Sendable (TestOffice, String) throws -> Void
    ) async throws {
        let workbook = Self.workbook(sheets)
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let path = office.folder.path + "/daftar.xlsx"
                try workbook.write(to: path)
                try body(office, path)
            }
        }
    }
}
