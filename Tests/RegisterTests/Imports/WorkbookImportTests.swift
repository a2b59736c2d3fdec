import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct WorkbookImportTests {
    /// The rows of a file of the sample.
    private static func rows(of file: String) throws -> [[String]] {
        try SourceText(path: PatuhTemplates.sample + "/" + file).text.split(separator: "\n").map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func `a workbook says what the same rows say as CSV`() async throws {
        try await TestDatabase.connected(PatuhTemplates.imported) { database in
            try await database.run { session in
                let folder = try TemporaryFolder()
                let path = folder.path + "/pembayaran.xlsx"
                let writer = try XLSXWriter(path: path)
                for row in try Self.rows(of: "pembayaran.csv") { try writer.row(row) }
                try writer.finish()
                let request = ImportRequest(kind: .payments, path: path, fileName: "pembayaran.xlsx", dryRun: true)
                let outcome = try Importer(PatuhTemplates.resources)
                    .run(request, session: session, rejectsPath: folder.path + "/rejects.xlsx")
                #expect((outcome.accepted, outcome.rejected) == (0, 0))
                #expect(outcome.unchanged == 632)
            }
        }
    }

    @Test func `refused rows of a workbook come back as a workbook and join the list when mended`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let npp: String = try session.value(
                    "select value from register.business_identifier where kind = 'npp' order by value limit 1")
                // The first NIK is a number: a spreadsheet keeps 15 of its digits.
                let cells = ["NIK", "NAMA_LENGKAP", "TGL_LAHIR", "UPAH", "BLTH", "NPP"]
                let sheet =
                    Self.row(1, cells)
                    + "<row r=\"2\"><c r=\"A2\"><v>6.1710141019E+15</v></c>"
                    + Self.cells(2, [nil, "Ani Contoh", "01-01-1990", "3500000", "10-2026", npp]) + "</row>"
                    + Self.row(3, ["6171014101909002", "Budi Contoh", "01-01-1990", "3600000", "10-2026", npp])
                let path = office.folder.path + "/upah.xlsx"
                try TestWorkbook(rows: sheet).write(to: path)
                let first = try office.imports(.bpjstkWages, file: path, acceptValid: true)
                #expect(first.rejects.map(\.code) == ["rounded_number"])
                let unmended = try office.imports(.bpjstkWages, file: office.rejects)
                #expect(unmended.verdict == .refused)
                let mended = folderText(npp)
                let second = try office.imports(.bpjstkWages, text: mended)
                guard case .accepted(let batch) = second.verdict else {
                    Issue.record("\(second.verdict): \(second.rejects)")
                    return
                }
                let list: Int = try session.value("select supplements from import.batch where batch_id = \(batch)")
                guard case .accepted(let original) = first.verdict else { return }
                #expect(list == original)
            }
        }
    }

    private func folderText(_ npp: String) -> String {
        "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP;ALASAN PENOLAKAN\n"
            + "6171014101909001;Ani Contoh;01-01-1990;3500000;10-2026;\(npp);NIK\n"
    }

    private static func row(_ number: Int, _ texts: [String]) -> String {
        "<row r=\"\(number)\">\(cells(number, texts))</row>"
    }

    private static func cells(_ row: Int, _ texts: [String?]) -> String {
        zip("ABCDEF", texts).map { column, text in
            text.map { "<c r=\"\(column)\(row)\" t=\"inlineStr\"><is><t>\($0)</t></is></c>" } ?? ""
        }.joined()
    }
}
