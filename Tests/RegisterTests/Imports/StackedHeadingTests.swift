import Postgres
import TestSupport
import Testing

@testable import Register

/// Headings in several rows: which columns they are, and when they refuse the file.
@Suite struct StackedHeadingTests {
    /// What is stored of the row, by import kind.
    private static let stored: [ImportKind: String] = [
        .workers:
            "select concat_ws(' ', wage, position) from register.roster_line left join register.employment_fact using (batch_id, line)",
        .wlkp: "select concat_ws(' ', workers, men, women) from register.headcount",
    ]

    @Test(arguments: Scenarios.table("imports/headings.csv"))
    func `a column is what its group and its heading say`(row: ScenarioRow) async throws {
        let kind = try #require(try ImportKind(rawValue: row["kind"]))
        let text = try (row["headings"].split(separator: "|") + [row["row"][...]]).joined(separator: "\n") + "\n"
        let expected = try (register: row["register"], named: row["named"])
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                do {
                    let outcome = try office.imports(
                        kind, text: text, asOf: kind == .workers ? "2026-10-31" : nil,
                        employer: kind == .workers ? "90000001" : nil)
                    #expect(outcome.rejects.map(\.code) == [])
                    #expect(try office.lines(#require(Self.stored[kind])) == [expected.register])
                    #expect(outcome.unread.joined(separator: ",") == expected.named)
                } catch let fault as Fault {
                    #expect(fault.code.description == expected.register)
                    #expect(fault.message.contains(expected.named), "\(fault.message)")
                }
            }
        }
    }
}
