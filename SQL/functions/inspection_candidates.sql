drop function if exists inspection.candidates(smallint, bigint, date);
create function inspection.candidates(office smallint, run bigint, on_day date)
returns table (
    business_id bigint,
    score bigint,
    kind text,
    in_jurisdiction boolean,
    may_be_named boolean,
    is_correction boolean,
    is_set_aside boolean,
    parts jsonb
)
language sql stable as $$
    -- A sign alone, and data that is to be corrected, are no breach: they put no money at stake and make nothing urgent.
    with open_finding as materialized (
        select
            f.*, v.header ->> 'amount' as amount_kind, v.header ->> 'path' as path, p.pursued,
            p.pursued and f.strength <> 'indication' and v.header ->> 'path' <> 'data-correction' as is_breach
        from audit.findings_at(office, run) as f
        cross join lateral (select audit.is_pursued(f.decision) as pursued) as p
        inner join audit.rule_version as v using (rule_version_id)
    ),

    findings as (
        select
            f.business_id,
            coalesce(sum(f.amount) filter (where f.is_breach and f.amount_kind = 'arrears'), 0)::bigint as arrears,
            coalesce(sum(f.amount) filter (where f.is_breach and f.amount_kind = 'monthly'), 0)::bigint as monthly,
            coalesce(sum(case f.rule_code
                when 'REG-01' then (f.evidence ->> 'workers')::bigint
                when 'REG-02' then 1
                when 'REG-02H' then (f.evidence ->> 'missing')::bigint
                else 0
            end) filter (where f.is_breach), 0)::bigint as uncovered_workers,
            min(f.since) filter (where f.is_breach) as since,
            count(*) filter (where f.pursued) as findings,
            count(*) filter (where f.decision = 'contested') as contested,
            count(*) filter (where not f.pursued) as set_aside,
            bool_or(f.is_breach) as may_be_named,
            coalesce(bool_and(f.path = 'data-correction') filter (where f.pursued), false) as is_correction,
            -- Arrears and reports can be examined from papers at the branch; workers and wages have to be seen on the spot,
            -- and so has who did not follow a summons.
            bool_and(not f.is_breach or f.path = 'collection' or f.rule_code = 'WLKP-01')
                and not bool_or(f.rule_code = 'COOP-01') as by_papers
        from open_finding as f
        group by f.business_id
    )

    select
        f.business_id,
        s.score,
        case when f.by_papers then 'office' else 'field' end,
        exists (
            select from register.office_region as o
            where o.office_id = office and o.region_code = left(b.region_code, 5)
        ),
        f.may_be_named,
        f.is_correction,
        f.findings = 0,
        jsonb_build_object(
            'findings', f.findings, 'contested', f.contested, 'set_aside', f.set_aside,
            'arrears', f.arrears, 'monthly', f.monthly, 'uncovered_workers', f.uncovered_workers, 'months_open', m.months,
            'money_points', s.money_points, 'worker_points', s.worker_points, 'age_points', s.age_points)
    from findings as f
    inner join register.business_profile as b using (business_id)
    cross join lateral (
        select greatest(0, (extract(year from age(on_day, coalesce(f.since, on_day))) * 12
            + extract(month from age(on_day, coalesce(f.since, on_day))))::bigint)
            as months
    ) as m
    cross join lateral inspection.score(f.arrears + f.monthly, f.uncovered_workers, m.months, on_day) as s
    order by s.score desc, f.business_id
$$;
comment on function inspection.candidates(smallint, bigint, date) is
    'Employers with open findings of a run, highest score first, with how the score came about. Findings that are waived or whose '
    'data were corrected give no points, contested ones do: an inspection clarifies them.';
