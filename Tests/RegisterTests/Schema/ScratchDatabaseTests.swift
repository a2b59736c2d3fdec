import Postgres
import Register
import TestSupport
import Testing

/// Databases for a while: what is in them, and that nothing of them stays.
@Suite struct ScratchDatabaseTests {
    private struct Stop: Error {}

    /// The scratch databases of a server that belong to a role; other tests may run on it.
    private static func scratch(_ test: TestDatabase, of role: String? = nil) async throws -> [String] {
        let database = try await test.connect()
        let names = try await database.run { session in
            try session.rows(
                """
                select d.datname from pg_database as d
                where starts_with(d.datname, 'patuh_scratch_')
                    and d.datdba = coalesce(\(role)::name, current_user)::regrole
                """
            ).map { try $0.get("datname", as: String.self) }
        }
        await database.close()
        return names
    }

    @Test func aCopyHasTheTablesAndIsGoneAfterwards() async throws {
        try await TestDatabase.with { test in
            let seen = try await ScratchDatabases.with(on: test.target, PatuhTemplates.resources) { scratch in
                try await scratch.copy { copy in
                    try await copy.run { _ = try $0.execute("delete from reference.parameter") }
                }
                return try await scratch.copy { copy in
                    try await copy.run { session in
                        let figures: Int = try session.value("select count(*) from reference.parameter")
                        let name: String = try session.value("select current_database()")
                        return (figures, name)
                    }
                }
            }
            #expect(seen.0 > 0, "a copy knows nothing of another")
            #expect(try await Self.scratch(test).allSatisfy { !seen.1.hasPrefix($0) })
            let database = try await test.connect()
            let isUntouched = try await database.run { try !Schema.exists($0) }
            await database.close()
            #expect(isUntouched, "the database of the target stays as it was")
        }
    }

    @Test func nothingStaysAfterAFailureOrACancellation() async throws {
        try await TestDatabase.with { test in
            try await Self.asRole(test) { target, role in
                await #expect(throws: Stop.self) {
                    try await ScratchDatabases.with(on: target, PatuhTemplates.resources) { scratch in
                        try await scratch.copy { _ in throw Stop() }
                    }
                }
                let task = Task {
                    try await ScratchDatabases.with(on: target, PatuhTemplates.resources) { scratch in
                        try await scratch.copy { try await $0.run { _ = try $0.execute("select pg_sleep(60)") } }
                    }
                }
                while try await Self.scratch(test, of: role).count < 2 { try await Task.sleep(for: .milliseconds(20)) }
                task.cancel()
                await #expect(throws: (any Error).self) { try await task.value }
                #expect(try await Self.scratch(test, of: role) == [])
            }
        }
    }

    @Test func whatAKilledCommandLeftIsClearedByTheNextOne() async throws {
        try await TestDatabase.with { test in
            try await Self.asRole(test) { target, role in
                let left = "patuh_scratch_0_\(role)"
                let database = try await Database.connect(target, application: "patuh tests")
                try await database.run { try $0.execute("create database \(identifier: left) template template0") }
                await database.close()
                try await ScratchDatabases.with(on: target, PatuhTemplates.resources) { _ in
                    let present = try await Self.scratch(test, of: role)
                    #expect(present.count == 1 && !present.contains(left))
                }
                #expect(try await Self.scratch(test, of: role) == [])
            }
        }
    }

    @Test func aRoleWithoutTheRightIsToldSo() async throws {
        try await TestDatabase.with { test in
            try await Self.asRole(test, "nocreatedb") { target, role in
                let fault = await #expect(throws: Fault.self) {
                    try await ScratchDatabases.with(on: target, PatuhTemplates.resources) { _ in }
                }
                #expect(fault?.code == .scratchRefused)
                #expect(fault?.message.contains(role) == true)
            }
        }
    }

    /// Works as a role of the test's own.
    private static func asRole(
        _ test: TestDatabase, _ right: String = "createdb", _ body: (ConnectionTarget, String) async throws -> Void
    ) async throws {
        let role = "patuh_role_\(test.name)"
        let database = try await test.connect()
        try await database.run { try $0.script("create role \"\(role)\" login \(right)") }
        var settings = ["user='\(role)'", "dbname='\(test.name)'"]
        if let host = test.environment["PGHOST"] { settings.append("host='\(host)'") }
        if let port = test.environment["PGPORT"] { settings.append("port='\(port)'") }
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(.conninfo(settings.joined(separator: " ")), role))
        } catch {
            result = .failure(error)
        }
        try await database.run { try $0.script("drop role \"\(role)\"") }
        await database.close()
        try result.get()
    }
}
