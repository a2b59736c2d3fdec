import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct MigrationTests {
    @Test func `a second migration does nothing`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let entries: Int = try session.value("select count(*) from journal.entry")
                let changes = try Schema(PatuhTemplates.resources).migrate(session)
                let after: Int = try session.value("select count(*) from journal.entry")
                #expect(changes.isEmpty)
                #expect(entries == after, "nothing done, nothing to record")
                #expect(entries == 1)
                try Schema(PatuhTemplates.resources).requireCurrent(session)
            }
        }
    }

    @Test func `an empty database is refused with the command that helps`() async throws {
        try await TestDatabase.connected { database in
            try await database.run { session in
                let schema = Schema(PatuhTemplates.resources)
                let pending = try schema.pending(session)
                #expect(pending.first == "0001_journal")
                let fault = #expect(throws: Fault.self) { try schema.requireCurrent(session) }
                #expect(fault?.code == .schemaMissing)
                #expect(fault?.hint == "Run: patuh db migrate")
            }
        }
    }

    @Test func `an edited migration is refused`() async throws {
        let checkout = try Checkout()
        try checkout.append("-- edited\n", to: "migrations/0004_register.sql")
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let fault = #expect(throws: Fault.self) { try Schema(checkout.resources).migrate(session) }
                #expect(fault?.code == .migrationChanged)
                #expect(fault?.message == "The migration 0004_register was changed after it had been applied.")
                let refused = #expect(throws: Fault.self) { try Schema(checkout.resources).requireCurrent(session) }
                #expect(refused?.code == .migrationChanged)
            }
        }
    }

    @Test func `the database of a newer version is refused`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try session.execute("insert into patuh.migration (name, sha256) values ('9999_future', 'x')")
                for work in [
                    { try Schema(PatuhTemplates.resources).requireCurrent(session) },
                    { _ = try Schema(PatuhTemplates.resources).migrate(session) },
                ] {
                    let fault = #expect(throws: Fault.self) { try work() }
                    #expect(fault?.code == .schemaNewer)
                    #expect(fault?.message.contains("9999_future") == true)
                }
            }
        }
    }

    @Test func `a migration that fails leaves nothing`() async throws {
        let checkout = try Checkout()
        try checkout.write(
            "create table register.half (n integer);\nselect 1 / 0;\n", to: "migrations/9001_broken.sql")
        try checkout.replace("+ 5000", by: "+ 0", in: "functions/law_contribution.sql")
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                #expect(throws: PostgresError.self) { try Schema(checkout.resources).migrate(session) }
                let table: Bool = try session.value("select to_regclass('register.half') is not null")
                let applied: Bool = try session.value(
                    "select exists (select from patuh.migration where name = '9001_broken')")
                let share: Int = try session.value("select law.share(50, 100)")
                #expect(!table)
                #expect(!applied)
                #expect(share == 1)
            }
        }
    }

    @Test func `of two migrations at once one does the work`() async throws {
        try await TestDatabase.with { test in
            let changes = try await withThrowingTaskGroup(of: Schema.Changes.self) { group in
                for _ in 1...2 {
                    group.addTask {
                        let database = try await test.connect()
                        let changes = try await database.run { try Schema(PatuhTemplates.resources).migrate($0) }
                        await database.close()
                        return changes
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(changes.filter(\.isEmpty).count == 1)
            #expect(changes.contains { $0.migrations.first == "0001_journal" && $0.datasets.count == 16 })
        }
    }
}
