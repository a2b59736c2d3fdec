drop function if exists audit.findings_at(smallint, bigint);
create function audit.findings_at(office smallint, run bigint)
returns table (
    finding_id bigint,
    business_id bigint,
    person_id bigint,
    first_run bigint,
    from_run bigint,
    amount bigint,
    since date,
    rule_version_id integer,
    rule_code text,
    strength text,
    sha256 text,
    evidence jsonb,
    money jsonb,
    sources jsonb,
    decision text
)
language sql stable as $$
    select
        v.finding_id, v.business_id, f.person_id, f.first_run, v.from_run, v.amount,
        case when v.from_run > f.first_run and r.header ->> 'amount' = 'monthly' then least(v.since, (
            -- Found month by month, from evidence that is of one month each: as long as it stays open, the first tells since when.
            select min(o.since)
            from audit.finding_version as o
            where o.business_id = v.business_id and o.finding_id = v.finding_id and o.from_run < v.from_run
                and not exists (
                    select from audit.finding_end as e
                    where e.business_id = o.business_id and e.finding_id = o.finding_id
                        and e.in_run > o.from_run and e.in_run < v.from_run
                )
        )) else v.since end,
        v.rule_version_id,
        r.code, v.strength, v.sha256, v.evidence, v.money, v.sources,
        -- Asked of the few findings that were decided about.
        case when d.decision_id is not null and audit.decision_holds(d, run) then d.decision end
    from (
        select distinct on (v.business_id, v.finding_id) v.*
        from audit.finding_version as v
        where v.office_id = office and v.from_run <= run
        order by v.business_id, v.finding_id, v.from_run desc
    ) as v
    inner join audit.rule_version as r using (rule_version_id)
    -- Each version has its finding. Of an inner join by two columns the planner would expect one row and loop over the rest.
    left join audit.finding as f using (business_id, finding_id)
    left join audit.newest_decision(office, run) as d using (business_id, finding_id)
    where not exists (
        select from audit.finding_end as e
        where e.business_id = v.business_id and e.finding_id = v.finding_id and e.in_run > v.from_run and e.in_run <= run
    )
$$;
comment on function audit.findings_at(smallint, bigint) is
    'The open findings of an office as a run left them: each finding''s newest version that no later run has ended, since when it has been open, and the standing '
    'decision on it.';

create or replace function audit.is_open(business_id bigint, finding_id bigint, run bigint) returns boolean
language sql stable
return exists (
    select from audit.finding_version as v
    where v.business_id = is_open.business_id and v.finding_id = is_open.finding_id and v.from_run <= run
        and not exists (
            select from audit.finding_end as e
            where e.business_id = v.business_id and e.finding_id = v.finding_id and e.in_run > v.from_run and e.in_run <= run
        )
);
comment on function audit.is_open(bigint, bigint, bigint) is 'Whether a finding was open after a run.';

create or replace function audit.last_run(office smallint) returns bigint
language sql stable
return (select max(r.run_id) from audit.run as r where r.office_id = office);
comment on function audit.last_run(smallint) is 'The newest audit run of an office.';

create or replace function audit.finding_code(finding_id bigint) returns text
language sql immutable
return 'F-' || lpad(finding_id::text, 6, '0');
comment on function audit.finding_code(bigint) is 'A finding''s number as printed: F-000123.';

create or replace function audit.judgement_at(office smallint, run bigint)
returns table (business_id bigint, run_id bigint, digest bigint, tested jsonb, not_judged jsonb)
language sql stable as $$
    select distinct on (j.business_id) j.business_id, j.run_id, j.digest, j.tested, j.not_judged
    from audit.judgement as j
    where j.office_id = office and j.run_id <= run
    order by j.business_id, j.run_id desc
$$;
comment on function audit.judgement_at(smallint, bigint) is 'What stood of each business of an office after a run.';

create or replace function audit.judgement_of(business bigint, office smallint, run bigint)
returns table (digest bigint, tested jsonb, not_judged jsonb)
language sql stable as $$
    select j.digest, j.tested, j.not_judged
    from audit.judgement as j
    where j.business_id = business and j.office_id = office and j.run_id <= run
    order by j.run_id desc
    limit 1
$$;
comment on function audit.judgement_of(bigint, smallint, bigint) is 'What stood of one business of an office after a run.';

create or replace function audit.not_judged_at(office smallint, run bigint)
returns table (business_id bigint, rule_code text, reason text, subjects bigint)
language sql stable as $$
    select j.business_id, r.key, n.key, n.value::bigint
    from audit.judgement_at(office, run) as j
    cross join lateral jsonb_each(j.not_judged) as r
    cross join lateral jsonb_each_text(r.value) as n
$$;
comment on function audit.not_judged_at(smallint, bigint) is 'What could not be judged of each business after a run, by rule and reason.';
