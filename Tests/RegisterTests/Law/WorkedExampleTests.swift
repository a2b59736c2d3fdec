import Postgres
import TestSupport
import Testing

/// Worked examples that stand with the statement that asks for them: `law/NAME.csv` and `law/NAME.sql`.
@Suite struct WorkedExampleTests {
    /// Tables of examples that have a statement.
    static let names = Scenarios.files("law").filter { $0.hasSuffix(".sql") }.map { String($0.dropLast(4)) }

    /// What the statement returns over the row `example` is what the columns of the same names say.
    @Test(arguments: names)
    func `the worked examples come out to the rupiah and the day`(_ name: String) async throws {
        let statement = Scenarios.text("law/\(name).sql")
        let examples = Scenarios.table("law/\(name).csv")
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                for example in examples {
                    let computed: String = try session.value(
                        """
                        select to_jsonb(a)::text from (
                        with example as (select * from \(unescaped: Self.row(example)))
                        \(unescaped: statement)
                        ) as a
                        """)
                    let expected: String = try session.value(
                        """
                        select jsonb_object_agg(key, nullif(e.row ->> key, '') order by key)::text
                        from (select \(Self.json(example))::jsonb as row) as e
                        cross join jsonb_object_keys(\(computed)::jsonb) as key
                        """)
                    let asText: String = try session.value(
                        """
                        select jsonb_object_agg(key, value order by key)::text from jsonb_each_text(\(computed)::jsonb)
                        """)
                    #expect(asText == expected, "\(example.text)")
                }
            }
        }
    }

    @Test func `there are examples of every fine and of the ceiling`() {
        #expect(
            Set(Self.names).isSuperset(of: [
                "suspension", "reactivation", "service_fine", "administrative_fine", "late_fine",
            ]))
    }

    private static func row(_ example: ScenarioRow) -> String {
        let columns = example.values.keys.sorted().map { "\"\($0)\" text" }.joined(separator: ", ")
        return "jsonb_to_record('\(json(example).replacing("'", with: "''"))'::jsonb) as r (\(columns))"
    }

    /// The row as a JSON object of texts; fields hold no quotes.
    private static func json(_ example: ScenarioRow) -> String {
        "{" + example.values.map { "\"\($0.key)\": \"\($0.value)\"" }.sorted().joined(separator: ", ") + "}"
    }
}
