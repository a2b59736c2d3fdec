import Testing

@testable import Register

/// Tax numbers, and the NITKU of a place of business.
@Suite struct NPWPTests {
    @Test(arguments: Scenarios.table("values/npwps.csv"))
    func `a spelling is read as its value or refused`(row: ScenarioRow) throws {
        try check(row) { bytes throws(FieldError) in try NPWP.parse(bytes) }
    }
}
