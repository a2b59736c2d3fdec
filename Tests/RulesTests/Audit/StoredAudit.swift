import Postgres

/// How many rows each table of the audit holds, and what stands in the schema of the work tables.
struct StoredAudit: Equatable, Sendable {
    var rows: [String: Int] = [:]
    /// Rows in the work tables, which are to be empty after a run.
    var workRows = 0
    var journal = 0

    static let tables = [
        "rule_version", "run", "rule_result", "not_judged_total", "judgement", "finding", "finding_version",
        "finding_end",
    ]

    static func read(_ database: Database) async throws -> StoredAudit {
        try await database.run(read)
    }

    static func read(_ session: Session) throws -> StoredAudit {
        var audit = StoredAudit()
        for table in tables {
            audit.rows[table] = try session.value("select count(*) from audit.\(identifier: table)")
        }
        for table in try session.rows("select tablename::text as name from pg_tables where schemaname = 'work'") {
            audit.workRows += try session.value(
                "select count(*) from work.\(identifier: try table.get("name", as: String.self))")
        }
        audit.journal = try session.value("select count(*) from journal.entry where act = 'audit.run'")
        return audit
    }
}
