import FoundationEssentials
import Testing

@testable import Register

@Suite struct FieldParserTests {
    @Test func `blanks around a value do not count`() throws {
        #expect(try read(#"{"heading": "X", "to": "x", "type": "integer"}"#, " \t 12 ") == "12")
        #expect(try read(#"{"heading": "X", "to": "x", "type": "text"}"#, "  PT  Satu ") == "PT  Satu")
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

    private func parse(_ column: String, _ bytes: [UInt8]) throws -> FieldValue {
        let parser = FieldParser(column: try JSONDecoder().decode(ImportLayout.Column.self, from: Data(column.utf8)))
        var record = TableRecord()
        record.bytes = bytes
        record.ends = [bytes.count]
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
