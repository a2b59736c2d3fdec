import Postgres
import Testing

@testable import Register

@Suite struct ValueTests {
    @Test(arguments: Scenarios.table("values/money.csv"))
    func money(row: ScenarioRow) throws {
        try check(row) { bytes throws(FieldError) in String(try Money.parse(bytes)) }
    }

    @Test(arguments: Scenarios.table("values/dates.csv"))
    func dates(row: ScenarioRow) throws {
        let order = try #require(DateOrder(rawValue: row["order"]))
        try check(row) { bytes throws(FieldError) in String(describing: try order.parse(bytes)) }
    }

    @Test(arguments: Scenarios.table("values/months.csv"))
    func months(row: ScenarioRow) throws {
        try check(row) { bytes throws(FieldError) in String(describing: try MonthValue.parse(bytes)) }
    }

    @Test(arguments: Scenarios.table("values/niks.csv"))
    func niks(row: ScenarioRow) throws {
        try check(row) { bytes throws(FieldError) in String(try NIK.parse(bytes)) }
    }

    @Test(arguments: Scenarios.table("values/digits.csv"))
    func digits(row: ScenarioRow) throws {
        let lengths = try row["lengths"].split(separator: "|").compactMap { Int($0) }
        try check(row) { bytes throws(FieldError) in try Digits.parse(bytes, lengths: lengths) }
    }

    @Test(arguments: Scenarios.table("values/wholes.csv"))
    func wholes(row: ScenarioRow) throws {
        try check(row) { bytes throws(FieldError) in String(try Whole.parse(bytes)) }
    }

    @Test(arguments: Scenarios.table("values/npwps.csv"))
    func npwps(row: ScenarioRow) throws {
        try check(row) { bytes throws(FieldError) in try NPWP.parse(bytes) }
    }

    @Test(arguments: Scenarios.table("values/kblis.csv"))
    func kblis(row: ScenarioRow) throws {
        try check(row) { bytes throws(FieldError) in try KBLI.parse(bytes) }
    }

    @Test(arguments: Scenarios.table("values/phones.csv"))
    func phones(row: ScenarioRow) throws {
        try check(row) { bytes throws(FieldError) in try Phone.parse(bytes) }
    }

    /// A spelling gives the value of its row, or the error without quoting what was read.
    private func check(_ row: ScenarioRow, _ parse: ([UInt8]) throws(FieldError) -> String) throws {
        let (spelling, value, code) = try (row["spelling"], row["value"], row["error"])
        do throws(FieldError) {
            let read = try parse(Array(spelling.utf8))
            #expect(read == value && code.isEmpty, "read as \(read)")
        } catch {
            #expect(error.code == code, "\(error.message)")
            #expect(spelling.utf8.count < 6 || !error.message.contains(spelling))
        }
    }
}
