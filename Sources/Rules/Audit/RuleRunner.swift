import Postgres
import Register

/// Runs one rule over the work tables, and compares what it found with what stood before.
struct RuleRunner: Sendable {
    let rule: Rule
    let version: Int

    /// Finds the number under which the rule is frozen as it stands, or reserves one, and notes it in `work.rule`.
    init(_ rule: Rule, _ session: Session) throws {
        self.rule = rule
        version = try session.value(
            """
            insert into work.rule (rule_version_id, code, sha256)
            select coalesce(
                (
                    select v.rule_version_id from audit.rule_version as v
                    where v.code = \(rule.header.code) and v.sha256 = \(rule.source.sha256)
                ),
                nextval('audit.rule_version_rule_version_id_seq')::integer
            ), \(rule.header.code), \(rule.source.sha256)
            returning rule_version_id
            """)
    }

    /// Freezes the rule as it stands.
    func freeze(_ session: Session) throws {
        try session.execute(
            """
            insert into audit.rule_version (rule_version_id, code, sha256, header, body)
            overriding system value
            values (\(version), \(rule.header.code), \(rule.source.sha256), \(rule.headerJSON)::jsonb, \(rule.source.text))
            on conflict (code, sha256) do nothing
            """)
    }

    /// The table of the schema `work` with the rule's violations.
    var found: String {
        "found_" + rule.header.code.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }.map(String.init).joined()
    }

    /// The strength of a row `v` of that table.
    var strength: String { rule.header.strengthVaries ? "v.strength" : "'\(rule.header.strength.rawValue)'" }

    /// The evidence of a row `v` of that table, as JSON.
    var evidence: String {
        "jsonb_build_object(" + rule.header.evidence.map { "'\($0)', v.\"\($0)\"" }.joined(separator: ", ") + ")"
    }

    /// The lines of money of a row `v` of that table, as JSON.
    var money: String { "to_jsonb(\(rule.money))" }

    /// The rows of files that prove a row `v` of that table, as JSON.
    var sources: String { "to_jsonb(\(rule.sources))" }

    /// The hash of a row `v` of that table: of everything it says, and of the rule as it stands.
    var digest: String { "hash_record_extended(v, \(version))" }

    /// Finds the violations, and counts what was judged and what could not be.
    ///
    /// It throws ``Fault`` with `ruleFailed`, naming the rule file.
    ///
    /// - Parameter maker: how tables are made.
    /// - Returns: the task.
    func judging(_ maker: WorkTableMaker) -> AuditTask {
        AuditTask(
            name: rule.header.code, makes: [found],
            reads: AuditTask.tables(in: rule.violations + rule.tested + rule.notJudged)
        ) { session in
            try RefusedStatement.naming(rule: rule.source.path) {
                // In the types of the rule, which is quicker than JSON: most runs find what the run before has stored.
                try session.script(
                    maker.script(
                        """
                        create unlogged table work.\(found) as
                        \(rule.violations)
                        """))
                try session.script(
                    """
                    insert into work.tested (business_id, subjects, rule_version_id)
                    select t.business_id, sum(t.subjects)::bigint, \(version)
                    from (
                    \(rule.tested)
                    ) as t
                    group by t.business_id
                    """)
                try session.script(
                    """
                    insert into work.not_judged (business_id, subjects, rule_version_id, reason)
                    select n.business_id, sum(n.subjects)::bigint, \(version), n.reason
                    from (
                    \(rule.notJudged)
                    ) as n
                    group by n.business_id, n.reason
                    """)
                try session.script(
                    """
                    insert into work.part (business_id, digest)
                    select v.business_id, bit_xor(\(digest)) from work.\(found) as v group by v.business_id;
                    analyze work.\(found) (business_id, person_id)
                    """)
            }
        }
    }

    /// Adds to `work.difference` the findings that are not what stood before, and those that are no longer found.
    ///
    /// Their evidence stays in the rule's table until it is stored: rows as wide as these are written once.
    var comparison: AuditTask {
        let code = rule.header.code
        return AuditTask(name: code, reads: []) { session in
            try RefusedStatement.naming(rule: rule.source.path) {
                try session.script(
                    """
                    insert into work.difference
                    select
                        coalesce(p.finding_id, k.finding_id), v.business_id, v.person_id, v.amount, \(version), '\(code)',
                        case
                            when p.finding_id is null and k.finding_id is null then 'new'
                            when p.finding_id is null then 'reopened'
                            when (p.amount, p.since, p.rule_version_id, p.strength, p.evidence, p.money)
                                is distinct from (v.amount, v.since, \(version), \(strength), \(evidence), \(money))
                                then 'changed'
                            when p.sources is distinct from \(sources) then 'moved'
                            else 'same'
                        end
                    from work.differing as d
                    inner join work.\(found) as v using (business_id)
                    left join work.previous as p
                        on p.business_id = v.business_id and p.rule_code = '\(code)'
                        and coalesce(p.person_id, 0) = coalesce(v.person_id, 0)
                    left join work.known as k
                        on k.business_id = v.business_id and k.rule_code = '\(code)'
                        and coalesce(k.person_id, 0) = coalesce(v.person_id, 0)
                    where p.digest is distinct from \(digest)
                    """)
                try session.script(
                    """
                    insert into work.gone
                    select p.business_id, p.finding_id
                    from work.previous as p
                    where p.rule_code = '\(code)' and not exists (
                        select from work.\(found) as v
                        where v.business_id = p.business_id and coalesce(v.person_id, 0) = coalesce(p.person_id, 0)
                    )
                    """)
            }
        }
    }
}
