public import Postgres

/// Databases for a while: one with Patuh's tables, and copies of it that are dropped after use.
///
/// They are made beside the database of a target and never touch it.
public struct ScratchDatabases: Sendable {
    private let target: ConnectionTarget
    private let name: String

    private static let prefix = "patuh_scratch_"

    /// Makes the database that is copied, calls `body`, and drops it.
    ///
    /// - Parameters:
    ///   - target: a database of the server to work on.
    ///   - resources: the data model and the law.
    ///   - body: what needs the databases.
    /// - Returns: what the body returns.
    /// - Throws: ``Fault`` with `scratchRefused`; `PostgresError`; what the body throws.
    public static func with<T: Sendable>(
        on target: ConnectionTarget, _ resources: Resources, _ body: (ScratchDatabases) async throws -> T
    ) async throws -> T {
        let number = String(UInt64.random(in: .min ... .max), radix: 16)
        let scratch = ScratchDatabases(target: target, name: prefix + number)
        let guardian = try await Database.connect(target, application: scratch.name)
        do {
            try await guardian.run { session in
                try requireRight(session)
                // Under this name others see that the databases are in use, whatever PGAPPNAME says.
                try session.execute("select set_config('application_name', \(scratch.name), false)")
                try dropLeftovers(session)
            }
            let value = try await scratch.database(scratch.name, of: "template0") { model in
                try await model.run { _ = try Schema(resources).migrate($0) }
                // A connection to it would keep it from being copied.
                await model.close()
                return try await body(scratch)
            }
            await guardian.close()
            return value
        } catch {
            await guardian.close()
            throw error
        }
    }

    /// Calls `body` with a connection to a copy, and drops the copy.
    public func copy<T: Sendable>(_ body: (Database) async throws -> T) async throws -> T {
        let suffix = String(UInt32.random(in: .min ... .max), radix: 16)
        return try await database("\(name)_\(suffix)", of: name, body)
    }

    private func database<T: Sendable>(
        _ name: String, of template: String, _ body: (Database) async throws -> T
    ) async throws -> T {
        let result: Result<T, any Error>
        do {
            try await administer {
                try $0.execute(
                    "create database \(identifier: name) template \(identifier: template) strategy file_copy")
            }
            let database = try await Database.connect(target.with(database: name), application: "patuh")
            do {
                // Nothing in it has to survive.
                try await database.run { try $0.execute("set synchronous_commit = off") }
                result = .success(try await body(database))
            } catch {
                result = .failure(error)
            }
            await database.close()
        } catch {
            result = .failure(error)
        }
        // A task of its own: what was cancelled cleans up nevertheless.
        let cleaning = Task {
            try await administer { try $0.execute("drop database if exists \(identifier: name) with (force)") }
        }
        if case .success = result { try await cleaning.value } else { _ = try? await cleaning.value }
        return try result.get()
    }

    private func administer(_ body: @Sendable @escaping (Session) throws -> Void) async throws {
        let database = try await Database.connect(target, application: "patuh")
        do {
            try await database.run(body)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    private static func requireRight(_ session: Session) throws {
        let role = try session.row(
            "select rolname, rolcreatedb or rolsuper as may_create from pg_roles where rolname = current_user")
        guard try role.get("may_create", as: Bool.self) else {
            throw Fault(
                .scratchRefused,
                "The role \(try role.get("rolname", as: String.self)) may not create databases on this server.",
                hint: """
                    Let an administrator run: alter role … createdb; or leave --dbname, DATABASE_URL and PG* out, and \
                    the private PostgreSQL is used.
                    """)
        }
    }

    /// Drops what killed commands of this role left behind.
    private static func dropLeftovers(_ session: Session) throws {
        let names = try session.rows(
            """
            select d.datname
            from pg_database as d
            inner join pg_roles as r on r.oid = d.datdba and r.rolname = current_user
            where starts_with(d.datname, \(prefix))
                and not exists (
                    select from pg_stat_activity as a
                    where starts_with(a.application_name, \(prefix)) and starts_with(d.datname, a.application_name)
                )
            """
        ).map { try $0.get("datname", as: String.self) }
        for name in names { try session.execute("drop database if exists \(identifier: name) with (force)") }
    }
}
