import Postgres
import Register

/// Compares what a run found with what stood before it, and writes what is new, what changed and what has ended.
struct FindingLifecycle {
    let scope: AuditScope
    let runners: [RuleRunner]
    /// Those that were applied; their tables are there.
    let judged: [RuleRunner]
    /// How tables are made.
    let maker: WorkTableMaker

    /// Finds the businesses of which something else is said than before, and what it is.
    ///
    /// Fills `work.differing`, `work.difference` and `work.gone`.
    func compare(_ board: AuditBoard, _ session: Session) throws {
        let preparation = maker.script(Self.preparation)
        try board.finish([AuditTask(name: "comparison", reads: []) { try $0.script(preparation) }], session)
        try board.finish(judged.map(\.comparison), session)
        // Rules that are no longer in force find nothing.
        try session.execute(
            """
            insert into work.gone
            select business_id, finding_id from work.previous where rule_code <> all (\(runners.map(\.rule.header.code)))
            """)
    }

    /// Makes the views `work.found`, what every rule found, and `work.proof`, the hashes of the proofs.
    var findings: String {
        let found = judged.map {
            """
            select v.business_id, v.person_id, v.amount, v.since, \($0.version) as rule_version_id,
                '\($0.rule.header.code)' as rule_code, \($0.strength) as strength, \($0.evidence) as evidence,
                \($0.money) as money, \($0.sources) as sources
            from work.\($0.found) as v
            """
        }
        return """
            create view work.found as
            \(found.joined(separator: "\nunion all\n"));
            create view work.proof as
            select d.business_id, d.person_id, d.rule_code, \(Self.proof) as sha256
            from work.found as d
            inner join work.rule as v using (rule_version_id)
            """
    }

    /// Counts what changed.
    func count(into summary: inout AuditSummary, _ session: Session) throws {
        let counts = try session.row(
            """
            select count(*) filter (where change = 'new') as new, count(*) filter (where change = 'reopened') as reopened,
                count(*) filter (where change = 'changed') as changed, (select count(*) from work.gone) as gone,
                (
                    select count(*)
                    from work.gone as g
                    inner join work.previous as p using (business_id, finding_id)
                    where exists (
                        select from work.not_judged as n
                        inner join work.rule as v using (rule_version_id)
                        where n.business_id = g.business_id and v.code = p.rule_code and n.reason not like 'amount:%'
                    )
                ) as unjudged,
                (select count(*) from work.differing) as differing
            from work.difference
            """)
        summary.new = try counts.get("new")
        summary.reopened = try counts.get("reopened")
        summary.changed = try counts.get("changed")
        summary.unjudged = try counts.get("unjudged")
        summary.resolved = try counts.get("gone", as: Int.self) - summary.unjudged
        summary.differing = try counts.get("differing")
    }

    private static let preparation = """
        create unlogged table work.differing as
        with before as (
            select j.business_id, j.digest
            from work.scope as s
            cross join work.context as c
            cross join lateral audit.judgement_at(s.office_id, s.previous_run) as j
            where not c.partial
            union all
            -- Of few employers one by one.
            select t.business_id, j.digest
            from work.touched as t
            cross join work.scope as s
            cross join work.context as c
            cross join lateral audit.judgement_of(t.business_id, s.office_id, s.previous_run) as j
            where c.partial
        ),

        said as (
            select p.business_id, bit_xor(p.digest) as digest
            from (
                select business_id, digest from work.part
                union all
                select business_id, hashint8extended(subjects, rule_version_id) from work.tested
                union all
                select business_id, hashtextextended(reason, subjects * 100000 + rule_version_id) from work.not_judged
            ) as p
            group by p.business_id
        )

        select business_id, n.digest
        from said as n
        full join before as o using (business_id)
        where n.digest is distinct from o.digest;
        alter table work.differing add primary key (business_id);
        analyze work.differing;

        create unlogged table work.standing as
        select d.business_id, j.tested, j.not_judged
        from work.differing as d
        cross join work.scope as s
        cross join lateral audit.judgement_of(d.business_id, s.office_id, s.previous_run) as j;

        -- The findings of these businesses: all that ever were, and those that are open.
        create unlogged table work.known as
        select f.finding_id, f.business_id, f.person_id, f.rule_code
        from work.differing as d
        inner join audit.finding as f using (business_id);
        analyze work.known;

        create unlogged table work.previous as
        select k.person_id, k.rule_code, v.*
        from (
            select distinct on (v.business_id, v.finding_id) v.*
            from work.differing as d
            inner join audit.finding_version as v using (business_id)
            order by v.business_id, v.finding_id, v.from_run desc
        ) as v
        inner join work.known as k using (business_id, finding_id)
        where not exists (
            select from audit.finding_end as e
            where e.business_id = v.business_id and e.finding_id = v.finding_id and e.in_run > v.from_run
        );
        analyze work.previous;

        create unlogged table work.difference (
            finding_id bigint, business_id bigint, person_id bigint, amount bigint, rule_version_id integer, rule_code text,
            change text
        );
        create unlogged table work.gone (business_id bigint, finding_id bigint);
        """
}
