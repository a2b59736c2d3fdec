import Testing

@testable import Register

/// Telephone numbers.
@Suite struct PhoneTests {
    @Test(arguments: Scenarios.table("values/phones.csv"))
    func `a spelling is read as its value or refused`(row: ScenarioRow) throws {
        try check(row) { bytes throws(FieldError) in try Phone.parse(bytes) }
    }
}
