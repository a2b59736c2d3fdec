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
        (#""type": "digits", "lengths": [8]"#, "123456780", "! wrong_length"),
        (#""type": "npwp""#, "13000005093000", "013000005093000"),
        (#""type": "kbli""#, "1262", "01262"), (#""type": "kbli""#, "4711", "! wrong_length"),
        (#""type": "money""#, "3500000", "3500000"), (#""type": "money""#, "3500000.0000001", "3500000"),
        (#""type": "money""#, "3500000.9999", "3500001"), (#""type": "money""#, "3500000.004", "3500000"),
        (#""type": "money""#, "3500000.4999999", "! not_whole_rupiah"),
        (#""type": "money""#, "1500.125", "! not_whole_rupiah"), (#""type": "money""#, "-5", "! negative_amount"),
        (#""type": "money", "rounded": true"#, "1500.5", "1501"),
        (#""type": "integer""#, "1.125", "! not_a_number"), (#""type": "integer""#, "1125", "1125"),
        (#""type": "month""#, "92026", "2026-09-01"), (#""type": "month""#, "42026", "! not_a_month"),
        (#""type": "month""#, "45778", "2025-05-01"),
        (#""type": "date""#, "20261031", "2026-10-31"), (#""type": "date""#, "20261331", "! not_a_date"),
        (#""type": "date""#, "32963", "1990-03-31"), (#""type": "date""#, "46310", "2026-10-15"),
        (#""type": "date""#, "46310.75", "2026-10-15"), (#""type": "date""#, "7306", "1920-01-01"),
        // Years, months, counts and days before anybody's birth are no days.
        (#""type": "date""#, "7305", "! not_a_date"), (#""type": "date""#, "2026", "! not_a_date"),
        (#""type": "date""#, "10", "! not_a_date"), (#""type": "date""#, "0", "! not_a_date"),
        (#""type": "date""#, "-46310", "! not_a_date"), (#""type": "date""#, "0.5", "! not_a_date"),
        // A day of next century is a slip: 151026 may be meant as 15-10-26.
        (#""type": "date""#, "151026", "! not_a_date"), (#""type": "date""#, "4631000000", "! not_a_date"),
    ])
    func `a number is read as its column needs it, or refused`(column: String, number: String, expected: String) throws
    {
        #expect(try read(column, number, .number) == expected)
    }

    @Test func `what was written as text is not filled up`() throws {
        #expect(try read(#""type": "digits", "lengths": [8]"#, "1299709", .text) == "! wrong_length")
    }

    @Test func `a number that means no likely day says what to do`() throws {
        let error = #expect(throws: FieldError.self) { try parse(#""type": "date""#, "2026", .number) }
        #expect(error?.message.contains("format the column as a date") == true)
    }

    @Test func `a number that was written as text is no day`() throws {
        #expect(try read(#""type": "date""#, "46310", .text) == "! not_a_date")
    }

    @Test(arguments: [
        ("44848", "2026-10-15"), ("31501", "1990-03-31"), ("5844", "1920-01-01"), ("5843", "! not_a_date"),
    ])
    func `workbooks of old Macs count from 1904`(number: String, expected: String) throws {
        #expect(try read(#""type": "date""#, number, .number, from1904: true) == expected)
    }

    /// A form of three workers: day numbers in cells that lost their form, of the workbook's own system.
    @Test(arguments: [("", "32963"), ("date1904=\"1\"", "31501")])
    func `a day number in a cell of no form is a day, with a warning`(properties: String, birth: String) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let rows = """
                    <row><c t="str"><v>NIK</v></c><c t="str"><v>Nama</v></c><c t="str"><v>Tanggal Lahir</v></c></row>
                    <row><c t="str"><v>6171013103909001</v></c><c t="str"><v>Ani Contoh</v></c><c><v>\(birth)</v></c></row>
                    <row><c t="str"><v>6171013103909002</v></c><c t="str"><v>Budi Contoh</v></c>\
                    <c t="str"><v>31-03-1990</v></c></row>
                    <row><c t="str"><v>6171013103909003</v></c><c t="str"><v>Cici Contoh</v></c><c><v>1990</v></c></row>
                    """
                let path = office.folder.path + "/daftar.xlsx"
                try TestWorkbook(rows: rows, properties: properties).write(to: path)
                let outcome = try office.imports(
                    .workers, file: path, asOf: "2026-10-31", acceptValid: true, employer: "90000001")
                #expect((outcome.accepted, outcome.rejected) == (2, 1))
                #expect(outcome.rejects.map(\.code) == ["not_a_date"])
                #expect(
                    try office.lines("select birth_date::text from register.person") == ["1990-03-31", "1990-03-31"])
                let doubts = try office.lines(
                    "select line || ' ' || column_name || ' ' || code from import.warning where code <> 'npwp_check_digit'"
                )
                #expect(doubts == ["2 Tanggal Lahir date_serial"])
            }
        }
    }

    @Test func `doubts never count on refused rows, and refused rows keep what was put back`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                // Each row has a number without its zero and a day number; two of them are refused for something else.
                let rows = """
                    <row><c t="str"><v>Kode Badan Usaha</v></c><c t="str"><v>NIK</v></c><c t="str"><v>Nama</v></c>\
                    <c t="str"><v>No KPJ</v></c><c t="str"><v>Tanggal Lahir</v></c></row>
                    \(Self.row("90000001", "6171013103909001", 2)) \(Self.row("90000009", "6171013103909002", 3)) \
                    \(Self.row("90000001", "6171013103909", 4))
                    """
                let path = office.folder.path + "/daftar.xlsx"
                try TestWorkbook(rows: rows).write(to: path)
                let outcome = try office.imports(.workers, file: path, asOf: "2026-10-31", acceptValid: true)
                #expect((outcome.accepted, outcome.rejected, outcome.warned) == (1, 2, 1))
                #expect(Set(outcome.warnings.map { "\($0.code) \($0.rows)" }) == ["leading_zeros 1", "date_serial 1"])
                let doubts = try office.lines(
                    "select distinct line::text from import.warning where code <> 'npwp_check_digit'")
                #expect(doubts == ["2"])
                let rejects = try SheetRow.all(office.rejects).dropFirst()
                #expect(
                    rejects.map { Array($0.texts[3...4]) } == [
                        ["09123456780", "1990-03-31"], ["09123456780", "1990-03-31"],
                    ])
            }
        }
    }

    private static func row(_ entity: String, _ nik: String, _ line: Int) -> String {
        """
        <row><c><v>\(entity)</v></c><c t="str"><v>\(nik)</v></c><c t="str"><v>Contoh \(line)</v></c>\
        <c><v>9123456780</v></c><c><v>32963</v></c></row>
        """
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

    private func parse(
        _ column: String, _ text: String, _ kind: CellKind, from1904: Bool = false
    ) throws -> (FieldValue, TableRecord) {
        let json = "{\"heading\": \"X\", \"to\": \"x\", \(column)}"
        let parser = FieldParser(column: try JSONDecoder().decode(ImportLayout.Column.self, from: Data(json.utf8)))
        var record = TableRecord()
        record.bytes = Array(text.utf8)
        record.ends = [record.bytes.count]
        record.kinds = [kind]
        record.countsFrom1904 = from1904
        return (try parser.parse(0, of: record), record)
    }

    /// What a cell is read as, or `! code`.
    private func read(
        _ column: String, _ text: String, _ kind: CellKind, from1904: Bool = false
    ) throws -> String {
        do {
            let (value, record) = try parse(column, text, kind, from1904: from1904)
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
