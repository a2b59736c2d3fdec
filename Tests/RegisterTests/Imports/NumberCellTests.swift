import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Register

/// Number cells of workbooks in columns of digits, amounts and days.
@Suite struct NumberCellTests {
    @Test(arguments: [
        (#""type": "digits", "lengths": [8]"#, "1299709", "01299709"),
        (#""type": "digits", "lengths": [8]"#, "299709", "00299709"),
        (#""type": "digits", "lengths": [11]"#, "9123456780", "09123456780"),
        (#""type": "digits", "lengths": [8]"#, "1234", "! wrong_length"),
        (#""type": "digits", "lengths": [8]"#, "123456789", "! wrong_length"),
        (#""type": "npwp""#, "13000005093000", "013000005093000"),
        (#""type": "kbli""#, "1262", "01262"), (#""type": "kbli""#, "4711", "! wrong_length"),
        (#""type": "money""#, "3500000", "3500000"), (#""type": "money""#, "3500000.0000001", "3500000"),
        (#""type": "money""#, "3500000.9999", "3500001"), (#""type": "money""#, "3500000.004", "3500000"),
        (#""type": "money""#, "3500000.4999999", "! not_whole_rupiah"),
        (#""type": "money""#, "1500.125", "! not_whole_rupiah"), (#""type": "money""#, "-5", "! not_an_amount"),
        (#""type": "date""#, "32963", "! not_a_date"), (#""type": "date""#, "20261031", "2026-10-31"),
    ])
    func `a number is read as its column needs it, or refused`(column: String, number: String, expected: String) throws
    {
        #expect(try read(column, number, .number) == expected)
    }

    @Test func `what was written as text is not filled up`() throws {
        #expect(try read(#""type": "digits", "lengths": [8]"#, "1299709", .text) == "! wrong_length")
    }

    @Test func `a serial number in a column of days says what to do`() throws {
        let error = #expect(throws: FieldError.self) { try parse(#""type": "date""#, "32963", .number) }
        #expect(error?.message.contains("format the column as a date") == true)
    }

    @Test(arguments: [("\u{0}", "! encoding"), (String(repeating: "x", count: 32_768), "! too_long")])
    func `text that no cell can hold is refused`(text: String, expected: String) throws {
        #expect(try read(#""type": "text""#, "PT \(text)", .text) == expected)
        #expect(try read(#""type": "text""#, String(repeating: "é", count: 32_767), .text).count == 32_767)
    }

    @Test func `numbers without their zeros are taken with a warning`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let rows = """
                    <row><c t="str"><v>Kode Badan Usaha</v></c><c t="str"><v>NIK</v></c><c t="str"><v>Nama</v></c>\
                    <c t="str"><v>No KPJ</v></c></row>
                    <row><c><v>90000001</v></c><c t="str"><v>6171014101909001</v></c><c t="str"><v>Ani Contoh</v></c>\
                    <c><v>9123456780</v></c></row>
                    """
                let path = office.folder.path + "/daftar.xlsx"
                try TestWorkbook(rows: rows).write(to: path)
                let outcome = try office.imports(.workers, file: path, asOf: "2026-10-31")
                #expect((outcome.accepted, outcome.rejected, outcome.warned) == (1, 0, 1))
                #expect(outcome.warnings.map(\.code) == ["leading_zeros"])
                #expect(try office.lines("select kpj::text from register.roster_line") == ["9123456780"])
            }
        }
    }

    @Test func `a row with a NUL or a name of a megabyte is refused alone`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let text =
                    "NIK;Nama;Upah\n6171014101909001;Ani\u{0}Contoh;3500000\n6171014101909002;Budi Contoh;3500000\n"
                    + "6171014101909003;\(String(repeating: "Cici ", count: 200_000));3500000\n"
                let outcome = try office.imports(
                    .workers, text: text, asOf: "2026-10-31", acceptValid: true, employer: "90000001")
                #expect((outcome.accepted, outcome.rejected) == (1, 2))
                #expect(outcome.rejects.map(\.code) == ["encoding", "too_long"])
            }
        }
    }

    private func parse(_ column: String, _ text: String, _ kind: CellKind) throws -> (FieldValue, TableRecord) {
        let json = "{\"heading\": \"X\", \"to\": \"x\", \(column)}"
        let parser = FieldParser(column: try JSONDecoder().decode(ImportLayout.Column.self, from: Data(json.utf8)))
        var record = TableRecord()
        record.bytes = Array(text.utf8)
        record.ends = [record.bytes.count]
        record.kinds = [kind]
        return (try parser.parse(0, of: record), record)
    }

    /// What a cell is read as, or `! code`.
    private func read(_ column: String, _ text: String, _ kind: CellKind) throws -> String {
        do {
            let (value, record) = try parse(column, text, kind)
            return switch value {
            case .null: "null"
            case .unread: "left out"
            case .integer(let number): String(number)
            case .date(let date): String(describing: date)
            case .string(let string): string
            case .text(let range): String(decoding: record.bytes[range], as: UTF8.self)
            }
        } catch let error as FieldError {
            return "! \(error.code)"
        }
    }
}
