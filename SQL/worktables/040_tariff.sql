-- What the law says for each region and month that the run needs: contribution floor, cap and rates.
-- missing names the parameter or minimum wage that is not known; such months are not judged.
create unlogged table work.tariff as
with months as (
    select month from work.roster_part
    union
    -- The earlier months that rules ask for, that of the audit among them.
    select (s.month - make_interval(months => n))::date
    from work.scope as s
    cross join lateral generate_series(0, law.setting('wage_history_months', s.as_of)::integer - 1) as n
),

figures as (
    select
        m.month,
        max(p.value) filter (where p.name = 'wage_cap') as cap,
        max(p.value) filter (where p.name = 'employer_rate') as employer_rate,
        max(p.value) filter (where p.name = 'worker_rate') as worker_rate,
        max(p.value) filter (where p.name = 'extra_family_rate') as extra_family_rate,
        max(p.value) filter (where p.name = 'wage_floor_applies') as floor_applies
    from months as m
    left join reference.parameter as p on p.period @> m.month
    group by m.month
)

select
    r.region_code,
    f.month,
    case when f.floor_applies = 0 then 0 else w.amount end as floor,
    f.cap,
    f.employer_rate,
    f.worker_rate,
    f.extra_family_rate,
    case
        when f.cap is null then 'no_parameter:wage_cap'
        when f.employer_rate is null then 'no_parameter:employer_rate'
        when f.worker_rate is null then 'no_parameter:worker_rate'
        when f.extra_family_rate is null then 'no_parameter:extra_family_rate'
        when f.floor_applies is null then 'no_parameter:wage_floor_applies'
        when f.floor_applies = 1 and w.amount is null then 'no_minimum_wage'
    end as missing
from (select distinct region_code from work.business where region_code is not null) as r
cross join figures as f
left join reference.minimum_wage as w on w.region_code = r.region_code and w.period @> f.month;
alter table work.tariff add primary key (region_code, month);
analyze work.tariff;
