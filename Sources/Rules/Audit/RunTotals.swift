import Postgres

/// What each rule found over all businesses of the office, in a run that judged all or some of them.
///
/// Fills `work.total` and `work.open`. After a run of some businesses it is what the run before had, less what it had of the
/// businesses that differ, plus what is said of them now.
struct RunTotals: Sendable {
    let runners: [RuleRunner]
    /// Those that were applied; their tables are there.
    let judged: [RuleRunner]
    /// How tables are made.
    let maker: WorkTableMaker

    /// Fills the two tables.
    var counting: AuditTask { AuditTask(name: "totals", reads: [], run: prepare) }

    private func prepare(_ session: Session) throws {
        let partial: Bool = try session.value("select partial from work.context")
        let only = partial ? "inner join work.differing using (business_id)" : ""
        let found = judged.map {
            """
            select \($0.version) as rule_version_id, count(*) as violations, count(distinct business_id) as businesses,
                coalesce(sum(amount), 0)::bigint as amount
            from work.\($0.found) \(only)
            """
        }
        let said =
            found.isEmpty
            ? "select rule_version_id, 0::bigint as violations, 0::bigint as businesses, 0::bigint as amount from work.rule"
            : found.joined(separator: "\n    union all\n    ")
        try session.script(
            maker.script(
                """
                create table work.total as
                with said as (
                    \(said)
                ),

                tested as (
                    select t.rule_version_id, sum(t.subjects)::bigint as tested from work.tested as t \(only) group by t.rule_version_id
                )

                select s.rule_version_id, coalesce(t.tested, 0) as tested, s.violations, s.businesses, s.amount
                from said as s
                left join tested as t using (rule_version_id);

                create table work.open as
                select n.rule_version_id, n.reason, sum(n.subjects)::bigint as subjects, count(*) as businesses
                from work.not_judged as n \(only)
                group by n.rule_version_id, n.reason;
                """))
        if partial { try session.script(maker.script(Self.carriedOver)) }
    }

    private static let carriedOver = """
        update work.total as t
        set tested = t.tested + r.tested - coalesce(o.tested, 0),
            violations = t.violations + r.violations - coalesce(p.violations, 0),
            businesses = t.businesses + r.businesses - coalesce(p.businesses, 0),
            amount = t.amount + r.amount - coalesce(p.amount, 0)
        from work.scope as s
        inner join audit.rule_result as r on r.run_id = s.previous_run
        inner join work.rule as v using (rule_version_id)
        left join (
            select u.key as code, sum(u.value::bigint)::bigint as tested
            from work.standing as j
            cross join lateral jsonb_each_text(j.tested) as u
            group by u.key
        ) as o using (code)
        left join (
            select rule_code as code, count(*) as violations, count(distinct business_id) as businesses,
                coalesce(sum(amount), 0)::bigint as amount
            from work.previous
            group by rule_code
        ) as p using (code)
        where r.rule_version_id = t.rule_version_id;

        create table work.carried as
        select c.rule_version_id, c.reason, sum(c.subjects)::bigint as subjects, sum(c.businesses)::bigint as businesses
        from (
            select rule_version_id, reason, subjects, businesses from work.open
            union all
            select n.rule_version_id, n.reason, n.subjects, n.businesses
            from work.scope as s
            inner join audit.not_judged_total as n on n.run_id = s.previous_run
            union all
            select v.rule_version_id, n.key, -n.value::bigint, -1
            from work.standing as j
            cross join lateral jsonb_each(j.not_judged) as r
            cross join lateral jsonb_each_text(r.value) as n
            inner join work.rule as v on v.code = r.key
            where v.rule_version_id in (select rule_version_id from work.total)
        ) as c
        group by c.rule_version_id, c.reason
        having sum(c.subjects) > 0;
        delete from work.open;
        insert into work.open (rule_version_id, reason, subjects, businesses)
        select rule_version_id, reason, subjects, businesses from work.carried;
        """

    /// Takes the totals into the summary, rules in the order of the rule set.
    func read(into summary: inout AuditSummary, _ session: Session) throws {
        let rows = try session.rows("select * from work.total")
        let totals = try Dictionary(
            uniqueKeysWithValues: rows.map { (try $0.get("rule_version_id", as: Int.self), $0) })
        summary.rules = try runners.compactMap { runner in
            guard let row = totals[runner.version] else { return nil }
            return AuditSummary.RuleResult(
                header: runner.rule.header, tested: try row.get("tested"), violations: try row.get("violations"),
                businesses: try row.get("businesses"), amount: try row.get("amount"))
        }
        summary.notJudged = try session.rows(
            """
            select v.code, o.reason, o.subjects, o.businesses
            from work.open as o
            inner join work.rule as v using (rule_version_id)
            order by v.code, o.reason
            """
        ).map { row in
            AuditSummary.NotJudged(
                rule: try row.get("code"), reason: try row.get("reason"), subjects: try row.get("subjects"),
                businesses: try row.get("businesses"))
        }
    }
}
