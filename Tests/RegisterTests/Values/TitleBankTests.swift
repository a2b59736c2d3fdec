import Testing

@testable import Register

/// Banks in the titles of statements.
@Suite struct TitleBankTests {
    @Test(arguments: Scenarios.table("values/banks.csv"))
    func `a title names its bank, in one spelling, or none`(row: ScenarioRow) throws {
        let cells = try row["title"].split(separator: "|").map(String.init)
        #expect(try TitleBank.name(in: cells) ?? "" == row["bank"])
    }
}
