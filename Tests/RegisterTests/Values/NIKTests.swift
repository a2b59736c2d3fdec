import Testing

@testable import Register

/// Numbers of persons.
@Suite struct NIKTests {
    @Test(arguments: Scenarios.table("values/niks.csv"))
    func `a spelling is read as its value or refused`(row: ScenarioRow) throws {
        try check(row) { bytes throws(FieldError) in String(try NIK.parse(bytes)) }
    }
}
