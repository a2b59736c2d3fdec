drop function if exists letter.findings(smallint, bigint, bigint);
create or replace function letter.findings(office smallint, run bigint, only_business bigint, accusing boolean)
returns table (
    rule_code text, title text, article text, path text, amount_kind text, workers bigint, months bigint, amount bigint,
    strength text, basis text, since date
)
language sql stable as $$
    select
        f.rule_code,
        v.header ->> 'title',
        (
            -- The articles of the law that stands first: the breached duty.
            select
                string_agg(case when n.position = 1 then c.article else regexp_replace(c.article, '^Pasal [0-9]+ ', '') end,
                    ' dan ' order by n.position)
                || ' ' || split_part(min(c.instrument), ' tentang ', 1)
            from regexp_split_to_table(v.header ->> 'cites', ',\s*') with ordinality as n (code, position)
            inner join reference.citation as c using (code)
            where c.instrument = (
                select f.instrument from reference.citation as f
                where f.code = trim(split_part(v.header ->> 'cites', ',', 1))
            )
        ),
        v.header ->> 'path',
        v.header ->> 'amount',
        case f.rule_code
            when 'REG-01' then max((f.evidence ->> 'workers')::bigint)
            when 'REG-02H' then max((f.evidence ->> 'missing')::bigint)
            else count(f.person_id)
        end,
        max((f.evidence ->> 'months')::bigint),
        sum(f.amount)::bigint,
        f.strength,
        max(f.evidence ->> 'basis'),
        min(f.since)
    from audit.findings_at(office, run) as f
    inner join audit.rule_version as v using (rule_version_id)
    where f.business_id = only_business and f.strength <> 'indication'
        -- Whether a suspicion of a crime is told to anybody is a person's decision; a correction of data is no breach.
        and v.header ->> 'path' not in ('criminal-referral', 'data-correction')
        and case when accusing then audit.may_accuse(f.decision) else audit.is_pursued(f.decision) end
    group by f.rule_code, v.header, f.strength
    order by f.rule_code
$$;
comment on function letter.findings(smallint, bigint, bigint, boolean) is
    'What a letter may say of a business: its findings by rule. Indications, corrections of data, what may be a crime, '
    'waived findings and those whose data were corrected '
    'are left out; contested ones stand in letters that ask, and never in one that accuses.';

create or replace function letter.warrants_warning(office smallint, run bigint, only_business bigint) returns boolean
language sql stable as $$
    select exists (
        select from letter.findings(office, run, only_business, true) as f
        where f.path = 'administrative' and f.strength = 'established'
    )
$$;
comment on function letter.warrants_warning(smallint, bigint, bigint) is
    'Whether an employer is in established breach of the duties to register and to give correct data, the path that a warning is of.';

drop function if exists letter.unregistered_workers(smallint, bigint, bigint);

create or replace function letter.warned_workers(office smallint, run bigint, only_business bigint)
returns table (
    name text, nik text, wage bigint, base bigint, employer_share bigint, worker_share bigint, due bigint, title text,
    is_monthly boolean
)
language sql stable as $$
    with findings as (
        select f.*, v.header ->> 'title' as title, v.header ->> 'amount' = 'monthly' as is_monthly
        from audit.findings_at(office, run) as f
        inner join audit.rule_version as v using (rule_version_id)
        where f.business_id = only_business and f.strength = 'established' and v.header ->> 'path' = 'administrative'
            and audit.may_accuse(f.decision)
    ),

    -- The workers behind the finding on the business stand in the rows that it rests on.
    named as (
        select l.person_id, l.wage, f.amount, f.title, b.region_code, (f.evidence ->> 'month')::date as month
        from findings as f
        cross join lateral jsonb_populate_recordset(null::audit.source_line, f.sources) as s
        inner join register.roster_line as l
            on l.business_id in (select m.member from register.members_of(f.business_id) as m (member))
            and l.batch_id = s.batch_id and l.line = s.line
        inner join register.business_profile as b on b.business_id = f.business_id
        where f.rule_code = 'REG-01' and s.kind in ('bpjstk_wage', 'payroll')
    ),

    of_business as (
        select n.person_id, n.wage, c.base, c.employer_share, c.worker_share, c.total as due, n.title, true as is_monthly
        from named as n
        cross join lateral law.contribution(n.wage, n.region_code, n.month) as c
        where n.amount is not null
        union all
        -- The minimum wage of the month or a wage is not known: the workers are named, what is due is open.
        select n.person_id, n.wage, null, null, null, null, n.title, true
        from named as n
        where n.amount is null
    ),

    of_workers as (
        select
            f.person_id, m.wage, m.base, m.employer_share, m.worker_share, m.due - m.paid,
            f.title, f.is_monthly
        from findings as f
        -- Without a wage what is due is open, and there is no arithmetic; sums of several months have no line of one.
        left join lateral jsonb_populate_recordset(null::audit.money_line, f.money) as m on f.is_monthly
        where f.person_id is not null
    )

    select p.name, register.masked_nik(p.nik), w.wage, w.base, w.employer_share, w.worker_share, w.due, w.title, w.is_monthly
    from (select * from of_business union all select * from of_workers) as w
    inner join register.person_profile as p using (person_id)
    order by p.name, p.person_id, w.title
$$;
comment on function letter.warned_workers(smallint, bigint, bigint) is
    'The annex of a warning: the workers whom established breaches of the administrative path are about, with masked NIK and the '
    'contribution due for a month; null where it is open, or where the finding is of a sum for the past.';
