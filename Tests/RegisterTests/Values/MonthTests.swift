import Testing

@testable import Register

/// Months.
@Suite struct MonthTests {
    @Test(arguments: Scenarios.table("values/months.csv"))
    func `a spelling is read as its value or refused`(row: ScenarioRow) throws {
        let order = try DateOrder(rawValue: row["order"])
        try check(row) { bytes throws(FieldError) in String(describing: try MonthValue.parse(bytes, order: order)) }
    }
}
