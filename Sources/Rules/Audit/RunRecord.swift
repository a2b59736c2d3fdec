import Postgres
import Register

/// The stored trace of a run: what it looked at, with which law and rules, and what each rule did.
struct RunRecord {
    let run: Int
    let office: Office
    let request: AuditRequest
    let started: String

    func store(_ summary: AuditSummary, versions: [Int], _ session: Session) throws {
        try session.execute(
            """
            insert into audit.run (
                run_id, started_at, finished_at, known_at, as_of, last_batch_id, office_id, rule_set_sha256,
                parameters_sha256, tool_version, actor)
            select
                \(run), \(started)::timestamptz, clock_timestamp(), s.known_at, s.as_of,
                (select max(batch_id) from work.batch), s.office_id, \(summary.ruleSet), (\(Self.lawHash)),
                \(Version.current), journal.actor()
            from work.scope as s
            """)
        for (result, version) in zip(summary.rules, versions) {
            try session.execute(
                """
                insert into audit.rule_result (run_id, tested, violations, rule_version_id, office_id)
                values (\(run), \(result.tested), \(result.violations), \(version), \(office.id))
                """)
        }
        try session.execute(
            """
            insert into audit.not_judged (run_id, business_id, subjects, rule_version_id, office_id, reason)
            select \(run), business_id, subjects, rule_version_id, \(office.id)::smallint, reason
            from work.not_judged
            """)
        try session.execute(
            """
            select journal.record(
                \(office.id)::smallint, 'audit.run', 'run ' || \(run)::text, null,
                jsonb_build_object('as_of', \(request.asOf)::date, 'findings', \(summary.findings)::bigint,
                    'rule_set', \(summary.ruleSet)::text))
            """)
    }

    /// Hash of the law in force: parameters, deadlines, minimum wages, holidays and the functions that compute with them.
    private static let lawHash: SQL = """
        select encode(sha256(convert_to(string_agg(name || ' ' || sha256, E'\\n' order by name), 'UTF8')), 'hex')
        from (
            select name, sha256 from reference.dataset
            union all
            select 'functions/' || name, sha256 from patuh.function_file
        ) as law
        """
}
