import Testing

@testable import Register

/// Whole numbers.
@Suite struct WholeTests {
    @Test(arguments: Scenarios.table("values/wholes.csv"))
    func `a spelling is read as its value or refused`(row: ScenarioRow) throws {
        try check(row) { bytes throws(FieldError) in String(try Whole.parse(bytes)) }
    }
}
