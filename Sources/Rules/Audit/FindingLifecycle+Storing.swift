import Postgres
import Register

extension FindingLifecycle {
    /// Writes the differences as those of a run.
    func store(_ run: Int, _ session: Session) throws {
        try session.script(
            maker.script(
                """
                create unlogged table work.numbered (
                    finding_id bigint, business_id bigint, person_id bigint, rule_code text, rule_version_id integer, is_new boolean
                );
                """))
        // Rule by rule: to sort them all at once takes more memory than a statement has.
        for runner in judged { try number(runner, session) }
        try session.script("analyze work.numbered")
        try session.execute(
            """
            insert into audit.finding (finding_id, business_id, person_id, first_run, office_id, rule_code)
            overriding system value
            select finding_id, business_id, person_id, \(run), \(scope.office.id)::smallint, rule_code
            from work.numbered
            where is_new
            """)
        for runner in judged { try storeVersions(of: runner, run, session) }
        try session.execute(
            """
            insert into audit.finding_end (business_id, finding_id, in_run, office_id)
            select business_id, finding_id, \(run), \(scope.office.id)::smallint from work.gone
            """)
        try session.execute(
            """
            insert into audit.judgement (business_id, run_id, digest, office_id, tested, not_judged)
            select d.business_id, \(run), d.digest, \(scope.office.id)::smallint, coalesce(t.rules, '{}'), coalesce(n.rules, '{}')
            from work.differing as d
            left join (
                -- In order, because one object at a time takes no room.
                select t.business_id, jsonb_object_agg(t.code, t.subjects) as rules
                from (
                    select t.business_id, v.code, t.subjects
                    from work.tested as t
                    inner join work.differing using (business_id)
                    inner join work.rule as v using (rule_version_id)
                    order by t.business_id
                ) as t
                group by t.business_id
            ) as t using (business_id)
            left join (
                select r.business_id, jsonb_object_agg(r.code, r.reasons) as rules
                from (
                    select n.business_id, n.code, jsonb_object_agg(n.reason, n.subjects) as reasons
                    from (
                        select n.business_id, v.code, n.reason, n.subjects
                        from work.not_judged as n
                        inner join work.differing using (business_id)
                        inner join work.rule as v using (rule_version_id)
                        order by n.business_id, v.code
                    ) as n
                    group by n.business_id, n.code
                ) as r
                group by r.business_id
            ) as n using (business_id)
            order by d.business_id
            """)
    }

    /// After a run that wrote many rows the next one finds its way by what they are like now.
    func analyze(_ session: Session) throws {
        try session.script(
            """
            analyze audit.finding (business_id, rule_code, person_id);
            analyze audit.finding_version (business_id, finding_id, from_run);
            analyze audit.finding_end, audit.judgement (business_id, run_id)
            """)
    }

    /// Gives the findings of a rule that are to be stored their numbers, new ones in the order of employers and persons.
    private func number(_ runner: RuleRunner, _ session: Session) throws {
        try session.execute(
            """
            insert into work.numbered
            select
                case n.change when 'new' then nextval('audit.finding_finding_id_seq') else n.finding_id end,
                n.business_id, n.person_id, n.rule_code, n.rule_version_id, n.change = 'new'
            from (
                select * from work.difference as d
                where d.change <> 'same' and d.rule_code = \(runner.rule.header.code)
                order by d.business_id, d.person_id
            ) as n
            """)
    }

    /// Writes what a rule found anew or otherwise than before.
    ///
    /// Sources may move to other rows that say the same: the proof is stored anew, but that alone is no change. What a rule
    /// found lies together already; to sort rows as wide as these would cost more than it gives.
    private func storeVersions(of runner: RuleRunner, _ run: Int, _ session: Session) throws {
        try session.execute(
            """
            insert into audit.finding_version (
                business_id, finding_id, from_run, amount, since, rule_version_id, office_id, strength, sha256,
                evidence, money, sources, digest)
            select
                d.business_id, d.finding_id, \(run), d.amount, d.since, d.rule_version_id, \(scope.office.id)::smallint,
                d.strength, \(unescaped: Self.proof), d.evidence, d.money, d.sources, d.digest
            from (
                select
                    n.finding_id, v.business_id, v.person_id, n.rule_code, n.rule_version_id, v.amount, v.since,
                    \(unescaped: runner.digest) as digest,
                    \(unescaped: runner.strength) as strength, \(unescaped: runner.evidence) as evidence,
                    \(unescaped: runner.money) as money, \(unescaped: runner.sources) as sources
                from work.numbered as n
                inner join work.\(unescaped: runner.found) as v
                    on v.business_id = n.business_id and coalesce(v.person_id, 0) = coalesce(n.person_id, 0)
                where n.rule_code = \(runner.rule.header.code)
                -- So that nothing is made twice.
                offset 0
            ) as d
            inner join work.rule as v using (rule_version_id)
            """)
    }

    /// SHA-256 of a finding's canonical JSON, from a row `d` of what a rule found and the rule version `v`.
    static let proof = """
        encode(sha256(convert_to(jsonb_build_object(
            'rule', d.rule_code, 'rule_sha256', v.sha256, 'business_id', d.business_id, 'person_id', d.person_id,
            'amount', d.amount, 'since', d.since, 'strength', d.strength, 'evidence', d.evidence,
            'money', d.money, 'sources', d.sources)::text, 'UTF8')), 'hex')
        """
}
