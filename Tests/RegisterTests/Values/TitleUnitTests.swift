import Testing

@testable import Register

/// Units of amounts in titles.
@Suite struct TitleUnitTests {
    @Test(arguments: Scenarios.table("values/units.csv"))
    func `a title says its unit where it is not the rupiah`(row: ScenarioRow) throws {
        let cells = try row["title"].split(separator: "|").map(String.init)
        #expect(try TitleUnit.name(in: cells) ?? "" == row["unit"])
    }
}
