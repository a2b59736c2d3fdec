import Testing

@testable import Register

/// Numbers that are text: NIB, kode badan usaha, KPJ.
@Suite struct DigitsTests {
    @Test(arguments: Scenarios.table("values/digits.csv"))
    func `a spelling is read as its value or refused`(row: ScenarioRow) throws {
        let lengths = try row["lengths"].split(separator: "|").compactMap { Int($0) }
        try check(row) { bytes throws(FieldError) in try Digits.parse(bytes, lengths: lengths) }
    }
}
