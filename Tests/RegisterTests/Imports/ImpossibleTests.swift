import Postgres
import TestSupport
import Testing

@testable import Register

/// What a file says that cannot be, or not together with what the user says.
@Suite struct ImpossibleTests {
    @Test(arguments: Scenarios.table("imports/impossible.csv"))
    func `what cannot be is refused or warned of`(row: ScenarioRow) async throws {
        let kind = try #require(try ImportKind(rawValue: row["kind"]))
        let text = try row["text"].split(separator: "|").joined(separator: "\n") + "\n"
        let asOf = try row["as_of"]
        let expected = try row["outcome"]
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                do {
                    let outcome = try office.imports(
                        kind, text: text, asOf: asOf.isEmpty ? nil : asOf,
                        employer: kind == .workers ? "90000001" : nil)
                    let told = Set((outcome.rejects + outcome.warnings).map(\.code)).subtracting(["nik_birth_date"])
                    #expect(told.sorted().joined(separator: " ") == expected)
                } catch let fault as Fault {
                    #expect(fault.code.description == expected)
                }
            }
        }
    }
}
