import Testing

@testable import Register

/// The date that the titles above a table name.
@Suite struct TitleDateTests {
    @Test(arguments: Scenarios.table("values/titles.csv"))
    func `titles name one date, none, or are asked about`(row: ScenarioRow) throws {
        var titles = TitleDates()
        for line in try row["titles"].split(separator: "|") {
            titles.take(line.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
        }
        let told: String
        do {
            told = try titles.date(of: "file.csv").map(String.init(describing:)) ?? "none"
        } catch let fault as Fault {
            #expect(fault.code == .dateOfFileMissing && fault.hint?.contains("--as-of") == true)
            told = "several"
        }
        #expect(try told == row["date"])
    }
}
