import FoundationEssentials
import Postgres
import Testing

@testable import Register

/// Days after which nothing has happened, on 23 November 2026.
@Suite struct DateLimitTests {
    @Test(arguments: Scenarios.table("values/limits.csv"))
    func `a day to come is refused where the list says what has happened`(row: ScenarioRow) throws {
        let column = try JSONDecoder().decode(
            ImportLayout.Column.self,
            from: Data(#"{"heading": "X", "to": "\#(row["column"])", "type": "\#(row["type"])"}"#.utf8))
        let today = try #require(CalendarDate(iso: "2026-11-23"))
        let told = try DateLimits.$today.withValue(today) { try read(row["spelling"], column) }
        #expect(try told == row["value"])
    }

    @Test func `the message names the day that is taken for today`() throws {
        let today = try #require(CalendarDate(iso: "2026-11-23"))
        let column = try JSONDecoder().decode(
            ImportLayout.Column.self, from: Data(#"{"heading": "X", "to": "paid_on", "type": "date"}"#.utf8))
        let error = #expect(throws: FieldError.self) {
            try DateLimits.$today.withValue(today) { _ = try DateLimits(column).check(.latest) }
        }
        #expect(error?.message == "The date is after today, which is 2026-11-23.")
    }

    private func read(_ spelling: String, _ column: ImportLayout.Column) throws -> String {
        var record = TableRecord()
        record.bytes = Array(spelling.utf8)
        record.ends = [record.bytes.count]
        do throws(FieldError) {
            guard case .date(let date) = try FieldParser(column: column).parse(0, of: record) else { return "no date" }
            return String(describing: date)
        } catch {
            return "! \(error.code)"
        }
    }
}
