-- section: coverage
-- percent: published, recomputed, published_active, active_of_population, active_of_registered
-- words: verdict
-- A published percentage follows from its counts when rounding them to its own decimals gives it. Values above 100 %
-- stay: people move, and cards outlive moves. Active shares are given for both denominators, since practice differs.
with figures as (
    select
        c.*,
        100.0 * c.registered / c.population as exact,
        100.0 * c.active / c.population as exact_active
    from reference.coverage_report as c
)

select
    f.region_code as region,
    r.name as region_name,
    f.as_of,
    f.population,
    f.registered,
    f.registered_pct as published,
    round(f.exact, 2) as recomputed,
    f.active,
    f.active_pct as published_active,
    round(f.exact_active, 2) as active_of_population,
    round(100.0 * f.active / f.registered, 2) as active_of_registered,
    case
        when f.exact is null or f.registered_pct is null then 'not_judged'
        when round(f.exact, scale(f.registered_pct)) <> f.registered_pct then 'does_not_follow'
        when f.active_pct is not null and round(f.exact_active, scale(f.active_pct)) <> f.active_pct then 'does_not_follow'
        else 'follows'
    end as verdict,
    f.source as published_in
from figures as f
inner join reference.region as r on r.code = f.region_code
order by f.region_code, f.as_of
