-- Part-time and daily workers and partners (mitra), and in how many of the newest months in a row the full worker lists name
-- them with the minimum wage or more (full_months of months). reason: why the lists cannot tell.
create unlogged table work.full_pay as
with span as (
    select l.business_id, max(l.month) as last_month, n.months, n.max_age, s.month as this_month
    from work.wage_list as l
    cross join work.scope as s
    cross join lateral (
        select
            law.setting('status_full_wage_months', s.as_of)::integer as months,
            law.setting('roster_max_age_months', s.as_of)::integer as max_age
    ) as n
    group by l.business_id, n.months, n.max_age, s.month
),

-- The newest months for which there are lists, and whether the law of all of them is known.
period as (
    select
        p.business_id, p.last_month, p.months, p.first_month, count(distinct l.month) as lists,
        p.last_month > (p.this_month - make_interval(months => p.max_age))::date as fresh
    from (
        select s.*, (s.last_month - make_interval(months => s.months - 1))::date as first_month from span as s
    ) as p
    inner join work.wage_list as l on l.business_id = p.business_id and l.month >= p.first_month
    group by p.business_id, p.last_month, p.months, p.first_month, p.this_month, p.max_age
),

pay as (
    select
        t.business_id, t.person_id, count(*) as named, count(*) filter (where w.wage < f.floor) as short_months,
        count(*) filter (where w.wage >= f.floor) as full_months, bool_or(w.wage is null) as lacks_wage,
        max(coalesce(f.missing, case when f.floor = 0 then 'no_minimum_wage' end)) as missing, max(f.floor) as floor,
        array_agg(row(w.line_kind, w.batch_id, w.line)::audit.source_line order by w.month) as sources
    from work.stated_status as t
    inner join period as p using (business_id)
    inner join work.business as b using (business_id)
    inner join work.wage_month as w using (business_id, person_id)
    inner join work.tariff as f on f.region_code = b.region_code and f.month = w.month
    where t.status <> 'contract' and w.month between p.first_month and p.last_month
    group by t.business_id, t.person_id
)

select
    t.business_id, t.person_id, t.status, t.month as stated_in, t.batch_id, t.line, p.first_month, p.months,
    coalesce(y.full_months, 0) as full_months, y.floor, y.sources,
    case
        when p.business_id is null then 'no_worker_list'
        when not p.fresh then 'worker_list_too_old'
        -- Who is missing from one of the lists, or earns less in one month, is judged.
        when coalesce(y.named, 0) < p.lists or y.short_months > 0 then null
        when p.lists < p.months then 'too_few_worker_lists'
        when y.missing is not null then y.missing
        when y.lacks_wage then 'no_wage'
    end as reason
from work.stated_status as t
left join period as p using (business_id)
left join pay as y using (business_id, person_id)
where t.status <> 'contract';
alter table work.full_pay add primary key (business_id, person_id);
analyze work.full_pay;
