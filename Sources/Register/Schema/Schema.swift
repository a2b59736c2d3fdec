public import Postgres

/// Brings a database to the data model and the law of this version of Patuh.
public struct Schema: Sendable {
    private let resources: Resources

    /// Works with the given resources.
    public init(_ resources: Resources) {
        self.resources = resources
    }

    /// What ``migrate(_:)`` did.
    public struct Changes: Sendable {
        /// Migrations that were applied.
        public var migrations: [String] = []
        /// Files of functions that were created or replaced.
        public var functions: [String] = []
        /// Data files that were loaded.
        public var datasets: [String] = []

        /// True when nothing had to be done.
        public var isEmpty: Bool { migrations.isEmpty && functions.isEmpty && datasets.isEmpty }
    }

    /// Applies what is missing: migrations, changed functions, changed reference data.
    ///
    /// One transaction: all or nothing.
    ///
    /// - Throws: ``Fault`` with `migrationChanged` or `schemaNewer`; `PostgresError`.
    public func migrate(_ session: Session) throws -> Changes {
        try session.transaction { session in
            try session.execute("select pg_advisory_xact_lock(hashtext('patuh.migrate'))")
            try session.script(Self.registry)
            var changes = Changes()
            changes.migrations = try applyMigrations(session)
            try loadLaw(&changes, session)
            if !changes.isEmpty {
                let summary = """
                    {"migrations": \(changes.migrations.count), "functions": \(changes.functions.count), \
                    "datasets": \(changes.datasets.count)}
                    """
                try session.execute(
                    "select journal.record(null, 'db.migrate', 'schema', null, \(summary)::jsonb)")
            }
            return changes
        }
    }

    /// Works with the law as the files have it, changed functions and reference data, and takes them back.
    ///
    /// - Parameters:
    ///   - session: the session to work with.
    ///   - body: what to do meanwhile; whatever it writes is taken back as well.
    /// - Returns: what the body returns.
    /// - Throws: `PostgresError`, and what the body throws.
    public func trying<T>(_ session: Session, _ body: () throws -> T) throws -> T {
        var value: T?
        do {
            try session.transaction { session in
                var changes = Changes()
                try loadLaw(&changes, session)
                value = try body()
                throw TakenBack()
            }
        } catch is TakenBack {}
        guard let value else { preconditionFailure("The body has returned.") }
        return value
    }

    private struct TakenBack: Error {}

    private func loadLaw(_ changes: inout Changes, _ session: Session) throws {
        changes.functions = try replaceFunctions(session)
        changes.datasets = try ReferenceData(resources).load(session)
    }

    /// Migrations of this version that the database does not have yet.
    ///
    /// - Throws: ``Fault`` with `migrationChanged` or `schemaNewer`; `PostgresError`.
    public func pending(_ session: Session) throws -> [String] {
        guard try Self.exists(session) else { return try migrationFiles().map(\.name) }
        let applied = try appliedMigrations(session)
        return try migrationFiles().map(\.name).filter { applied[$0] == nil }
    }

    /// True when the database has a Patuh schema.
    public static func exists(_ session: Session) throws -> Bool {
        try session.value("select to_regclass('patuh.migration') is not null")
    }

    /// Refuses to work on a database that lacks the schema or is behind this version.
    ///
    /// - Throws: ``Fault`` with `schemaMissing`, `migrationChanged` or `schemaNewer`.
    public func requireCurrent(_ session: Session) throws {
        guard try pending(session).isEmpty else {
            throw Fault(
                .schemaMissing, "The database does not have the tables of this version of Patuh.",
                hint: "Run: patuh db migrate")
        }
    }

    private static let registry = """
        create schema if not exists patuh;
        create table if not exists patuh.migration (
            name text primary key,
            sha256 text not null,
            applied_at timestamptz not null default clock_timestamp()
        );
        create table if not exists patuh.function_file (
            name text primary key,
            sha256 text not null
        );
        comment on schema patuh is 'What has been applied to this database.';
        comment on table patuh.migration is 'Migrations with the hash of the file that was applied.';
        comment on column patuh.migration.name is 'File name without its ending.';
        comment on column patuh.migration.sha256 is 'SHA-256 of the file that was applied.';
        comment on column patuh.migration.applied_at is 'When it was applied.';
        comment on table patuh.function_file is 'Files of SQL functions with the hash of the version in place.';
        comment on column patuh.function_file.name is 'File name without its ending.';
        comment on column patuh.function_file.sha256 is 'SHA-256 of the file in place.';
        """

    private func migrationFiles() throws -> [SourceText] {
        try SourceText.folder(resources.sql + "/migrations", ending: ".sql")
    }

    private func appliedMigrations(_ session: Session) throws -> [String: String] {
        let files = Dictionary(uniqueKeysWithValues: try migrationFiles().map { ($0.name, $0.sha256) })
        var applied: [String: String] = [:]
        for row in try session.rows("select name, sha256 from patuh.migration order by name") {
            let name: String = try row.get("name")
            let hash: String = try row.get("sha256")
            guard let expected = files[name] else {
                throw Fault(
                    .schemaNewer, "The database has the migration \(name), which this version does not know.",
                    hint: "Use the version of Patuh that made it, or a newer one.")
            }
            guard expected == hash else {
                throw Fault(
                    .migrationChanged, "The migration \(name) was changed after it had been applied.",
                    hint: "Restore the file; changes belong in a new migration.")
            }
            applied[name] = hash
        }
        return applied
    }

    private func applyMigrations(_ session: Session) throws -> [String] {
        let applied = try appliedMigrations(session)
        var done: [String] = []
        for file in try migrationFiles() where applied[file.name] == nil {
            if done.isEmpty { try removeWorkTables(session) }
            try session.script(file.text)
            try session.execute("insert into patuh.migration (name, sha256) values (\(file.name), \(file.sha256))")
            done.append(file.name)
        }
        return done
    }

    private func replaceFunctions(_ session: Session) throws -> [String] {
        // Functions call each other; their bodies are checked when they run, so that the order of files is free.
        try session.execute("set local check_function_bodies = off")
        var done: [String] = []
        for file in try SourceText.folder(resources.sql + "/functions", ending: ".sql") {
            let known: String? = try session.valueIfPresent(
                "select sha256 from patuh.function_file where name = \(file.name)")
            if known == file.sha256 { continue }
            if done.isEmpty { try removeWorkTables(session) }
            try session.script(file.text)
            try session.execute(
                """
                insert into patuh.function_file (name, sha256) values (\(file.name), \(file.sha256))
                on conflict (name) do update set sha256 = excluded.sha256
                """)
            done.append(file.name)
        }
        return done
    }

    /// Audits keep work tables and views for the next run; what they rest on cannot be replaced.
    private func removeWorkTables(_ session: Session) throws {
        if try session.value("select to_regnamespace('work') is not null") { try session.script(WorkSchema.emptying) }
    }
}
