create or replace function law.tariff(regions text[], months date[])
returns table (
    region_code text, month date, floor bigint, cap bigint, employer_rate bigint, worker_rate bigint, extra_family_rate bigint,
    missing text
)
language sql stable as $$
    select
        r.region_code,
        f.month,
        case when f.floor_applies = 0 then 0 else w.amount end,
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
        end
    from unnest(regions) as r (region_code)
    cross join (
        select
            m.month,
            max(p.value) filter (where p.name = 'wage_cap') as cap,
            max(p.value) filter (where p.name = 'employer_rate') as employer_rate,
            max(p.value) filter (where p.name = 'worker_rate') as worker_rate,
            max(p.value) filter (where p.name = 'extra_family_rate') as extra_family_rate,
            max(p.value) filter (where p.name = 'wage_floor_applies') as floor_applies
        from unnest(months) as m (month)
        left join reference.parameter as p on p.period @> m.month
        group by m.month
    ) as f
    left join reference.minimum_wage as w on w.region_code = r.region_code and w.period @> f.month
$$;
comment on function law.tariff(text[], date[]) is
    'Contribution floor, cap and rates of regions in months. missing names the parameter or minimum wage that is not known.';
