-- Regency minimum wages of 2026: own UMK, or the UMP (kind UMP) where the governor set none.
-- [staging]
create temp table staging (
    regency_code text, regency_name text, province_code text, min_wage_2026 numeric, kind text, ump_2026 numeric, note text
) on commit drop;
-- [load]
delete from reference.minimum_wage where region_code ~ '\.' and period = daterange('2026-01-01', '2027-01-01');
insert into reference.minimum_wage (region_code, period, amount, published, kind, status, source)
select
    regency_code,
    daterange('2026-01-01', '2027-01-01'),
    trunc(min_wage_2026)::bigint,
    min_wage_2026,
    kind,
    'compiled',
    concat_ws('; ', 'governors'' decrees 2025 as compiled in umk_2026.csv (SOURCES.md)', note)
from staging;
