import FoundationEssentials
import Testing

@testable import Register

/// What people write where they have no number, in columns that identify an employer.
@Suite struct NoNumberTests {
    @Test(arguments: Scenarios.table("values/no-numbers.csv"))
    func `words, noughts and digits that repeat or count up are no number`(row: ScenarioRow) throws {
        let column = #"{"heading": "X", "to": "x", "type": "\#(try row["kind"])", "lengths": [8, 13]}"#
        let parser = FieldParser(column: try JSONDecoder().decode(ImportLayout.Column.self, from: Data(column.utf8)))
        var record = TableRecord()
        record.bytes = try Array(row["spelling"].utf8)
        record.ends = [record.bytes.count]
        let value = try? parser.parse(0, of: record)
        let isNone = if case .unread(.noNumber) = value { true } else { false }
        let expected = try row["is_none"] == "yes"
        #expect(isNone == expected)
    }
}
