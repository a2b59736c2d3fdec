import Postgres
import TestSupport
import Testing

@Suite struct DatedLawTests {
    @Test func `figures change on the day the law says`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                for figure in Scenarios.table("law/figures.csv") {
                    let value: Int64 = try session.value(
                        "select law.parameter(\(try figure["figure"]), \(try figure["day"])::date)")
                    let expected = try figure.number("value")
                    #expect(value == expected, "\(figure.text)")
                }
            }
        }
    }

    @Test func `the floor is the minimum wage of the regency in whole rupiah`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                for floor in Scenarios.table("law/wage_floors.csv") {
                    let value: Int64 = try session.value(
                        "select law.wage_floor(\(try floor["region"]), (\(try floor["month"])::text || '-01')::date)")
                    let expected = try floor.number("floor")
                    #expect(value == expected, "\(floor.text)")
                }
            }
        }
    }

    @Test func `what the law does not say is refused by name`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            for refusal in Scenarios.table("law/refusals.csv") {
                let statement = try refusal["statement"]
                let error = await #expect(throws: PostgresError.self, "\(statement)") {
                    try await database.run { _ = try $0.rows("\(unescaped: statement)") }
                }
                let expected = try (refusal["sqlstate"], refusal["message"])
                #expect(error?.sqlState == expected.0, "\(statement)")
                #expect(error?.message == expected.1)
                #expect(error?.hint?.isEmpty == false, "\(statement)")
            }
        }
    }
}
