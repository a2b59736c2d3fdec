import Postgres
import Register

/// Runs one rule over the work tables.
struct RuleRunner {
    let rule: Rule
    let version: Int

    /// Freezes the rule as it stands and returns its version.
    static func version(of rule: Rule, _ session: Session) throws -> Int {
        let header = rule.header
        try session.execute(
            """
            insert into audit.rule_version (code, sha256, header, body)
            values (\(header.code), \(rule.source.sha256), \(rule.headerJSON)::jsonb, \(rule.source.text))
            on conflict (code, sha256) do nothing
            """)
        return try session.value(
            "select rule_version_id from audit.rule_version where code = \(header.code) and sha256 = \(rule.source.sha256)"
        )
    }

    /// Adds the rule's violations to `work.fresh` and what it could not judge to `work.not_judged`.
    ///
    /// - Throws: ``Fault`` with `ruleFailed`, naming the rule file.
    func run(_ session: Session) throws -> AuditSummary.RuleResult {
        do {
            let strength: SQL = rule.header.strengthVaries ? "v.strength" : "\(rule.header.strength.rawValue)::text"
            let evidence = rule.header.evidence.map { "'\($0)', v.\"\($0)\"" }.joined(separator: ", ")
            try session.execute(
                """
                insert into work.fresh (
                    business_id, person_id, amount, since, rule_version_id, rule_code, strength, evidence, money, sources)
                select
                    v.business_id, v.person_id, v.amount, v.since, \(version), \(rule.header.code),
                    \(strength), jsonb_build_object(\(unescaped: evidence)),
                    to_jsonb(v.money), to_jsonb(v.sources)
                from (
                \(unescaped: rule.violations)
                ) as v
                """)
            try session.execute(
                """
                insert into work.not_judged (business_id, subjects, rule_version_id, reason)
                select n.business_id, sum(n.subjects)::bigint, \(version), n.reason
                from (
                \(unescaped: rule.notJudged)
                ) as n
                group by n.business_id, n.reason
                """)
            let tested: Int = try session.value(SQL(unescaped: rule.tested))
            let counts = try session.row(
                """
                select count(*) as violations, count(distinct business_id) as businesses,
                    coalesce(sum(amount), 0)::bigint as amount
                from work.fresh
                where rule_version_id = \(version)
                """)
            return AuditSummary.RuleResult(
                header: rule.header, tested: tested, violations: try counts.get("violations"),
                businesses: try counts.get("businesses"), amount: try counts.get("amount"))
        } catch let error as PostgresError where error.code == .serverError {
            // Errors of the statement itself (class 42) name tables and columns; others may quote a value of a row.
            let reason = error.sqlState?.hasPrefix("42") == true ? error.serverMessage : nil
            throw Fault(
                .ruleFailed, "The database refused a statement of \(rule.source.path): \(reason ?? error.message)",
                hint: "Run the parts of the rule by hand over the work tables, or restore the file.")
        }
    }
}
