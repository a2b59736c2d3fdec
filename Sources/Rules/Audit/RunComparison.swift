public import Postgres
public import Register

/// Which findings differ between two runs, and whether facts, the law, the tool or the date made the difference.
///
/// When law, tool and date are the same, facts did. Else what the earlier run had known is judged again by today's law, or as
/// of the later date where that alone differs: what then is as the earlier run had it changed through facts, what is as the
/// later run has it changed through law, tool or date.
public struct RunComparison: Sendable {
    /// The runs, in their order.
    public let earlier: StoredRun, later: StoredRun
    private let office: Office

    /// Finds the two runs of an office.
    ///
    /// - Throws: ``Fault`` with `runUnknown` or `auditMissing`; `PostgresError`.
    public init(_ runs: (Int, Int), of office: Office, _ session: Session) throws {
        earlier = try StoredRun(min(runs.0, runs.1), of: office, session)
        later = try StoredRun(max(runs.0, runs.1), of: office, session)
        self.office = office
    }

    /// Fills the temporary tables `compared_run`, with the numbers of both, and `compared`: `finding_id, business_id, person_id, rule_code, change, before, after, cause, what_differs`.
    ///
    /// What differs of a finding that both runs have stands in `what_differs`, as keys of the words for it.
    /// The cause is `data`, `law`, `tool`, `date` or `several`; `unknown` when the law of the later run is no longer the installed one.
    ///
    /// - Throws: as ``Auditor/look(_:rules:session:board:_:)``.
    public func prepare(_ auditor: Auditor, _ session: Session) throws {
        try session.script("drop table if exists pg_temp.compared, pg_temp.compared_run")
        try session.script(
            """
            create temp table compared_run as select unnest(array[\(earlier.run), \(later.run)]::bigint[]) as run_id;

            create temp table compared as
            select
                finding_id, coalesce(a.business_id, b.business_id) as business_id, coalesce(a.person_id, b.person_id) as person_id,
                coalesce(a.rule_code, b.rule_code) as rule_code,
                case
                    when b.finding_id is null and exists (
                        select from audit.finding_end as e
                        where e.business_id = a.business_id and e.finding_id = a.finding_id
                            and e.in_run > \(earlier.run) and e.in_run <= \(later.run)
                            and audit.ends_unjudged(e.business_id, e.in_run, a.rule_code)
                    ) then 'unjudged'
                    when b.finding_id is null then 'resolved'
                    when a.finding_id is not null then 'changed'
                    when b.first_run > \(earlier.run) then 'new'
                    else 'reopened'
                end as change,
                a.amount as before,
                b.amount as after,
                a.rule_version_id is distinct from b.rule_version_id as is_of_another_rule,
                case when a.finding_id is not null then row(a.amount, a.since, a.strength, a.evidence, a.money)::text end as said_before,
                case when b.finding_id is not null then row(b.amount, b.since, b.strength, b.evidence, b.money)::text end as said_after,
                null::text as cause,
                case when a.finding_id is not null and b.finding_id is not null then (
                    select string_agg(d.name, ' ' order by d.place, d.name)
                    from (
                        select 1, 'column.amount' where a.amount is distinct from b.amount
                        union all
                        select 2, 'column.since' where a.since is distinct from b.since
                        union all
                        select 3, 'column.strength' where a.strength is distinct from b.strength
                        union all
                        select 4, 'evidence.' || k.name
                        from (select jsonb_object_keys(a.evidence) union select jsonb_object_keys(b.evidence)) as k (name)
                        where a.evidence -> k.name is distinct from b.evidence -> k.name
                        union all
                        select 5, 'explain.arithmetic' where a.money is distinct from b.money
                        union all
                        select 6, 'column.rule_version' where a.rule_version_id is distinct from b.rule_version_id
                    ) as d (place, name)
                ) end as what_differs
            from audit.findings_at(\(office.id)::smallint, \(earlier.run)) as a
            full join audit.findings_at(\(office.id)::smallint, \(later.run)) as b using (finding_id)
            where (a.amount, a.since, a.strength, a.rule_version_id, a.evidence, a.money)
                is distinct from (b.amount, b.since, b.strength, b.rule_version_id, b.evidence, b.money)
            """)
        let other =
            earlier.ruleSet != later.ruleSet || earlier.law != later.law
            ? "law" : earlier.tool != later.tool ? "tool" : earlier.asOf != later.asOf ? "date" : nil
        if let other {
            try attribute(to: other, auditor, session)
        } else {
            try session.execute("update compared set cause = 'data'")
        }
    }

    private func attribute(to other: String, _ auditor: Auditor, _ session: Session) throws {
        let businesses: [Int] = try session.rows("select distinct business_id from compared").map {
            try $0.get("business_id")
        }
        guard !businesses.isEmpty else { return }
        guard try auditor.isInForce(later, session) else {
            try session.execute("update compared set cause = 'unknown'")
            return
        }
        let day = other == "date" ? later.asOf : earlier.asOf
        _ = try auditor.look(earlier.again(businesses: businesses, asOf: day), session: session) { _ in
            try session.execute(
                """
                update compared as c
                set cause = case
                    when said_before is not distinct from said_after
                        then case when is_of_another_rule then \(other) else 'data' end
                    when j.said is not distinct from said_before then 'data'
                    when j.said is not distinct from said_after then \(other)
                    else 'several'
                end
                from (
                    select c.finding_id, case when f.rule_code is not null then row(f.amount, f.since, f.strength, f.evidence, f.money)::text end
                        as said
                    from compared as c
                    left join work.found as f
                        on f.business_id = c.business_id and f.rule_code = c.rule_code
                        and coalesce(f.person_id, 0) = coalesce(c.person_id, 0)
                ) as j
                where j.finding_id = c.finding_id
                """)
        }
    }
}
