import Postgres

/// Compares what a run found with what the run before left: writes new and changed findings and the ends of others.
struct FindingLifecycle {
    let office: Int
    let run: Int
    let previous: Int?

    /// Stores the differences and counts them.
    func store(into summary: inout AuditSummary, _ session: Session) throws {
        try session.execute(
            """
            create unlogged table work.previous as
            select * from audit.findings_at(\(unescaped: "\(office)::smallint"), \(unescaped: "\(previous ?? 0)"))
            """)
        try session.execute(
            """
            insert into audit.finding (business_id, person_id, first_run, office_id, rule_code)
            select f.business_id, f.person_id, \(run), \(office)::smallint, f.rule_code
            from work.fresh as f
            order by f.rule_code, f.business_id, f.person_id
            on conflict (business_id, rule_code, person_id) do nothing
            """)
        try session.script(Self.difference)
        try session.execute(
            """
            insert into audit.finding_version (
                business_id, finding_id, from_run, amount, since, rule_version_id, office_id, strength, sha256,
                evidence, money, sources)
            select
                business_id, finding_id, \(run), amount, since, rule_version_id, \(office)::smallint, strength, sha256,
                evidence, money, sources
            from work.difference
            where change <> 'same'
            order by business_id, finding_id
            """)
        summary.resolved = try session.execute(
            """
            insert into audit.finding_end (business_id, finding_id, in_run, office_id)
            select p.business_id, p.finding_id, \(run), \(office)::smallint
            from work.previous as p
            where not exists (
                select from work.difference as d
                where d.business_id = p.business_id and d.finding_id = p.finding_id
            )
            """)
        let counts = try session.row(
            """
            select count(*) filter (where change = 'new' and first_run = \(run)) as new,
                count(*) filter (where change = 'new' and first_run < \(run)) as reopened,
                count(*) filter (where change = 'changed') as changed
            from work.difference
            """)
        summary.new = try counts.get("new")
        summary.reopened = try counts.get("reopened")
        summary.changed = try counts.get("changed")
    }

    /// Sources may move to other rows that say the same: the proof is stored anew, but that alone is no change.
    private static let difference = """
        create unlogged table work.difference as
        select
            d.finding_id,
            f.*,
            d.first_run,
            encode(sha256(convert_to(jsonb_build_object(
                'rule', f.rule_code, 'rule_sha256', v.sha256, 'business_id', f.business_id, 'person_id', f.person_id,
                'amount', f.amount, 'since', f.since, 'strength', f.strength, 'evidence', f.evidence,
                'money', f.money, 'sources', f.sources)::text, 'UTF8')), 'hex') as sha256,
            case
                when p.finding_id is null then 'new'
                when (p.amount, p.since, p.rule_version_id, p.evidence, p.money)
                    is distinct from (f.amount, f.since, f.rule_version_id, f.evidence, f.money) then 'changed'
                when p.sources is distinct from f.sources then 'moved'
                else 'same'
            end as change
        from work.fresh as f
        inner join audit.rule_version as v using (rule_version_id)
        inner join audit.finding as d
            on d.business_id = f.business_id and d.rule_code = f.rule_code
            and d.person_id is not distinct from f.person_id
        left join work.previous as p on p.business_id = d.business_id and p.finding_id = d.finding_id;
        analyze work.difference;
        """
}
