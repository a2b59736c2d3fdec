import Testing

@testable import Register

/// Lines of business.
@Suite struct KBLITests {
    @Test(arguments: Scenarios.table("values/kblis.csv"))
    func `a spelling is read as its value or refused`(row: ScenarioRow) throws {
        try check(row) { bytes throws(FieldError) in try KBLI.parse(bytes) }
    }
}
