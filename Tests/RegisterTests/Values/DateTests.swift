import Testing

@testable import Register

/// Days, in the order of their layout.
@Suite struct DateTests {
    @Test(arguments: Scenarios.table("values/dates.csv"))
    func `a spelling is read as its value or refused`(row: ScenarioRow) throws {
        let order = try #require(DateOrder(rawValue: row["order"]))
        try check(row) { bytes throws(FieldError) in String(describing: try order.parse(bytes)) }
    }
}
