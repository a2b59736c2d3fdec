import Testing

@testable import Register

/// Amounts in whole rupiah.
@Suite struct MoneyTests {
    @Test(arguments: Scenarios.table("values/money.csv"))
    func `a spelling is read as its value or refused`(row: ScenarioRow) throws {
        try check(row) { bytes throws(FieldError) in String(try Money.parse(bytes)) }
    }
}
