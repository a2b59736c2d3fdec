public import Postgres
public import Register

/// Audits an office: prepares the work tables, runs every rule, and stores the run with what changed.
///
/// All or nothing.
public struct Auditor: Sendable {
    private let resources: Resources

    /// Works with the rules and work tables of the resources.
    public init(_ resources: Resources) {
        self.resources = resources
    }

    /// Runs an audit in one transaction; readers are not blocked.
    ///
    /// - Throws: ``Fault`` with `ruleMalformed`, `ruleFailed`, `auditRunning` or `auditOutOfOrder`; `PostgresError`.
    public func run(_ request: AuditRequest, session: Session) throws -> AuditSummary {
        let ruleSet = try RuleSet(resources)
        do {
            return try session.transaction { session in
                try lock(session)
                try ruleSet.requireCitations(session)
                let office = try Office.find(request.office, in: session)
                // An import under way is waited for, so that a run sees a batch whole or not at all.
                try session.execute("select pg_advisory_xact_lock_shared(hashtext('patuh.import'), \(office.id))")
                let previous = try previousRun(office, request, session)
                try session.execute("set local jit = off")
                try session.execute("set local work_mem = '64MB'")
                let started: String = try session.value("select clock_timestamp()::text")
                let tables = WorkTables(resources: resources)
                try tables.prepare(asOf: request.asOf, office: office, session)
                var summary = AuditSummary(office: office.name, asOf: request.asOf, ruleSet: ruleSet.sha256)
                let runners = try ruleSet.rules.map {
                    RuleRunner(rule: $0, version: try RuleRunner.version(of: $0, session))
                }
                for runner in runners { summary.rules.append(try runner.run(session)) }
                summary.notJudged = try notJudged(session)
                let run: Int = try session.value("select nextval('audit.run_run_id_seq')")
                try FindingLifecycle(office: office.id, run: run, previous: previous).store(into: &summary, session)
                if request.dryRun { throw Undo(summary) }
                let record = RunRecord(run: run, office: office, request: request, started: started)
                try record.store(summary, versions: runners.map(\.version), session)
                try tables.clear(session)
                summary.run = run
                return summary
            }
        } catch let undo as Undo {
            return undo.summary
        }
    }

    /// Rolls a dry run back and carries its summary out of the transaction.
    private struct Undo: Error {
        let summary: AuditSummary

        init(_ summary: AuditSummary) {
            self.summary = summary
        }
    }

    private func lock(_ session: Session) throws {
        guard try session.value("select pg_try_advisory_xact_lock(hashtext('patuh.audit'))") else {
            throw Fault(.auditRunning, "Another audit is running on this database.", hint: "Wait until it has ended.")
        }
    }

    private func previousRun(_ office: Office, _ request: AuditRequest, _ session: Session) throws -> Int? {
        guard
            let last = try session.rowIfPresent(
                "select run_id, as_of from audit.run where run_id = audit.last_run(\(office.id)::smallint)")
        else { return nil }
        let asOf: CalendarDate = try last.get("as_of")
        guard request.dryRun || asOf <= request.asOf else {
            throw Fault(
                .auditOutOfOrder, "The last audit of office \(office.code) is as of \(asOf), after \(request.asOf).",
                hint: "Look at an earlier date without storing it: --dry-run")
        }
        return try last.get("run_id")
    }

    private func notJudged(_ session: Session) throws -> [AuditSummary.NotJudged] {
        try session.rows(
            """
            select v.code, n.reason, sum(n.subjects)::bigint as subjects, count(*) as businesses
            from work.not_judged as n
            inner join audit.rule_version as v using (rule_version_id)
            group by v.code, n.reason
            order by v.code, n.reason
            """
        ).map { row in
            AuditSummary.NotJudged(
                rule: try row.get("code"), reason: try row.get("reason"), subjects: try row.get("subjects"),
                businesses: try row.get("businesses"))
        }
    }
}
