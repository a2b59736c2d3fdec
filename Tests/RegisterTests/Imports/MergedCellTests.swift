import Postgres
import TestSupport
import Testing

@testable import Register

/// Cells merged over several rows have their value in the first one.
@Suite struct MergedCellTests {
    /// Two workers below a title and headings in two rows, and a place to sign.
    private static let rows = """
        <row r="1">\(text("A1", "Daftar Gaji"))</row>
        <row r="2">\(text("A2", "No"))\(text("B2", "NIK"))\(text("C2", "Nama"))\(text("D2", "Gaji"))</row>
        <row r="3">\(text("D3", "Pokok"))\(text("E3", "Tunjangan Tetap"))</row>
        <row r="4">\(text("A4", "1"))\(text("B4", "6171014101909001"))\(text("C4", "Ani"))<c r="D4"><v>3000000</v></c></row>
        <row r="5">\(text("B5", "6171014101909002"))\(text("C5", "Budi"))</row>
        <row r="8">\(text("D8", "Mengetahui"))</row>
        """

    @Test(arguments: [
        ([], "accepted 2"), (["A1:E1", "A2:A3", "B2:B3", "C2:C3", "D2:E2"], "accepted 2"),
        // A column that is not read, one row, and rows below the table.
        (["A4:A5"], "accepted 2"), (["D4:E4"], "accepted 2"), (["D8:D11"], "accepted 2"), (["D5:D7"], "accepted 2"),
        (["D4:D5"], "Gaji Pokok 4 to 5"), (["D3:D4"], "Gaji Pokok 3 to 4"), (["D4:E5"], "Gaji Pokok 4 to 5"),
        (["E5:E6", "C4:C5", "E4:E5", "D8:D9"], "Nama 4 to 5 (one of 2 such places)"),
    ])
    func `a value over several workers is not guessed`(merges: [String], expected: String) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let path = office.folder.path + "/gaji.xlsx"
                try TestWorkbook(rows: Self.rows, merges: merges).write(to: path)
                do {
                    let outcome = try office.imports(.workers, file: path, asOf: "2026-10-31", employer: "90000001")
                    #expect("accepted \(outcome.accepted)" == expected)
                } catch let fault as Fault {
                    #expect(fault.code == .spreadsheetRefused)
                    let told = fault.message.split(separator: " of \(path) the cells of rows")
                        .joined().replacing("In the column ", with: "").replacing(" are merged", with: "")
                    #expect(told.hasPrefix(expected + ":"), "\(fault.message)")
                }
            }
        }
    }

    private static func text(_ place: String, _ text: String) -> String {
        "<c r=\"\(place)\" t=\"str\"><v>\(text)</v></c>"
    }
}
