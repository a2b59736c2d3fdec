import FoundationEssentials
import Testing

@testable import Register

@Suite struct FieldParserTests {
    @Test func `blanks around a value do not count`() throws {
        #expect(try read(#"{"heading": "X", "to": "x", "type": "integer"}"#, " \t 12 ") == "12")
        #expect(try read(#"{"heading": "X", "to": "x", "type": "text"}"#, "  PT  Satu ") == "PT Satu")
    }

    @Test(arguments: [
        "Budi Uji", " Budi Uji\t", "Budi  Uji", "Budi Uji\u{A0}", "Budi\u{A0}Uji", "Budi\u{2009}\u{202F}Uji",
        "Budi Uji\n",
        "Budi\r\nUji", "Budi \t Uji", "\u{FEFF}Budi Uji", "Budi\u{200B} Uji\u{200B}", "Bu\u{AD}di Uji",
        "\u{3000}Budi Uji",
        "\u{200E}Budi Uji\u{200F}", "Budi Uji\u{85}", "Budi \u{2060} Uji",
    ])
    func `a name is one however its blanks are written`(name: String) throws {
        #expect(try read(#"{"heading": "X", "to": "x", "type": "text"}"#, name) == "Budi Uji")
    }

    @Test(arguments: ["\u{A0}", "\u{200B}", "\n", " \r\n\t ", "\u{FEFF}", "\u{A0}-\u{A0}", "\u{2003}\u{AD}"])
    func `what nobody sees is no value`(text: String) throws {
        #expect(try read(#"{"heading": "X", "to": "x", "type": "text", "required": true}"#, text) == "! missing")
    }

    @Test func `letters and signs that are no blanks stay`() throws {
        for text in ["Café Ñandú", "D\u{2019}Art — Jl. €uro…", "José\u{301}", "名前", "Ａ", "ﬁ", "\u{E000}"] {
            #expect(try read(#"{"heading": "X", "to": "x", "type": "text"}"#, text) == text)
        }
    }

    /// A type, what stands in the field, and what it is read as.
    @Test(
        arguments: [
            ("nik", "6171011708909102\n", "6171011708909102"), ("nik", "6171011708909102\u{200B}", "6171011708909102"),
            ("nik", "6171011708909102\n6171011708909103", "! nik_not_digits"),
            ("nik", "61710117\n08909102", "! nik_not_digits"),
            ("date", "17/08/2019\u{A0}", "2019-08-17"), ("date", "17\u{A0}Agustus\u{A0}2019", "2019-08-17"),
            ("money", "Rp\u{A0}1.500.000", "1500000"), ("money", "1\u{202F}500\u{202F}000", "1500000"),
            ("money", "500\n300", "! not_an_amount"), ("money", "500\t300", "! not_an_amount"),
            ("money", "500\u{A0}\u{A0}300", "! not_an_amount"), ("money", "\u{A0}Rp-\u{A0} \u{A0}", "0"),
            ("month", "\u{FEFF}2026-09", "2026-09-01"), ("integer", "12\u{A0}orang\r", "12"),
            ("kbli", "10110\n", "10110"),
            ("phone", "\u{202A}0812-3456-789\u{202C}", "+628123456789"),
            ("npwp", "0992239061701000\u{A0}", "992239061701000"),
        ])
    func `blanks of every kind may stand around a value, lines within one part values`(
        type: String, text: String, value: String
    ) throws {
        #expect(try read(#"{"heading": "X", "to": "x", "type": "\#(type)"}"#, text) == value)
    }

    @Test(arguments: ["nik", "npwp", "kbli", "phone"])
    func `a number cell with a fraction or a sign is no number of anybody`(type: String) throws {
        let column = #"{"heading": "X", "to": "x", "type": "\#(type)"}"#
        for text in ["81234567890.5", "-12620", "1262.5"] {
            #expect(throws: Digits.decimal) { _ = try parse(column, Array(text.utf8), .number) }
        }
    }

    @Test func `an empty field is null unless the column needs a value`() throws {
        #expect(try read(#"{"heading": "X", "to": "x", "type": "money"}"#, "  ") == "null")
        #expect(try read(#"{"heading": "X", "to": "x", "type": "money", "required": true}"#, " ") == "! missing")
    }

    @Test func `a choice is read without case and an unknown one names the known ones`() throws {
        let column =
            #"{"heading": "X", "to": "x", "type": "choice", "choices": {"AKTIF": "active", "TUTUP": "closed"}}"#
        #expect(try read(column, "aktif") == "active")
        #expect(try read(column, "bangkrut") == "! unknown_code")
        let error = #expect(throws: FieldError.self) { _ = try parse(column, Array("bangkrut".utf8)) }
        #expect(error?.message == "One of AKTIF, TUTUP is expected.")
    }

    @Test func `text that is not UTF-8 is refused`() throws {
        let column = #"{"heading": "X", "to": "x", "type": "text"}"#
        let error = #expect(throws: FieldError.self) { _ = try parse(column, [0x43, 0x61, 0x66, 0xE9]) }
        #expect(error?.code == "encoding")
        #expect(try read(column, "Café") == "Café")
    }

    @Test func `a date follows the order of its column, day first unless it says otherwise`() throws {
        #expect(try read(#"{"heading": "X", "to": "x", "type": "date"}"#, "02/01/2026") == "2026-01-02")
        #expect(try read(#"{"heading": "X", "to": "x", "type": "date", "order": "mdy"}"#, "02/01/2026") == "2026-02-01")
    }

    private func parse(_ column: String, _ bytes: [UInt8], _ kind: CellKind? = nil) throws -> FieldValue {
        let parser = FieldParser(column: try JSONDecoder().decode(ImportLayout.Column.self, from: Data(column.utf8)))
        var record = TableRecord()
        record.bytes = bytes
        record.ends = [bytes.count]
        record.kinds = kind.map { [$0] } ?? []
        return try parser.parse(0, of: record)
    }

    /// What a field is read as, or `! code`.
    private func read(_ column: String, _ text: String) throws -> String {
        do {
            switch try parse(column, Array(text.utf8)) {
            case .null, .unread: return "null"
            case .integer(let number): return String(number)
            case .date(let date): return String(describing: date)
            case .string(let string): return string
            case .text(let range): return String(decoding: Array(text.utf8)[range], as: UTF8.self)
            }
        } catch let error as FieldError {
            return "! \(error.code)"
        }
    }
}
