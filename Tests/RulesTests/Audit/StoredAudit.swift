import Postgres

/// How many rows each table of the audit holds, and what stands in the schema of the work tables.
struct StoredAudit: Equatable, Sendable {
    var rows: [String: Int] = [:]
    var workTables = 0
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
        audit.workTables = try session.value("select count(*) from pg_class where relnamespace = 'work'::regnamespace")
        audit.journal = try session.value("select count(*) from journal.entry where act = 'audit.run'")
        return audit
    }
}
