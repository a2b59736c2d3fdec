import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct ReferenceDataTests {
    @Test func `the reference data answer as their publishers do`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                for row in Scenarios.table("reference/answers.csv") {
                    let statement = try row["statement"]
                    let answer: Int64 = try session.value("\(unescaped: statement)")
                    let expected = try row.number("answer")
                    #expect(answer == expected, "\(row.text)")
                }
            }
        }
    }

    @Test func `a retired code keeps its last name and never replaces one in force`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let merauke = try session.row("select name, retired from reference.region where code = '91.01'")
                let name: String = try merauke.get("name")
                let retired: Bool = try merauke.get("retired")
                #expect(name == "KAB. MERAUKE")
                #expect(retired)
                let pontianak: Bool = try session.value("select retired from reference.region where code = '61.71'")
                #expect(!pontianak)
            }
        }
    }

    @Test func `every dataset names the file it was loaded from`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            let names = try await database.run { session in
                try session.rows("select name from reference.dataset order by name").map {
                    try $0.get("name", as: String.self)
                }
            }
            let listed = try String(
                decoding: #require(
                    FileManager.default.contents(atPath: PatuhTemplates.resources.sql + "/reference/datasets.txt")),
                as: UTF8.self)
            let expected = listed.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init).sorted()
            #expect(names.sorted() == expected)
        }
    }
}
