-- Regency minimum wages of 2025, as far as decrees could be read; a regency without a row cannot be judged for 2025.
-- [staging]
create temp table staging (regency_code text, regency_name text, year integer, umk numeric, kind text, source text) on commit drop;
-- [load]
delete from reference.minimum_wage where region_code ~ '\.' and period = daterange('2025-01-01', '2026-01-01');
insert into reference.minimum_wage (region_code, period, amount, published, kind, status, source)
select
    regency_code,
    daterange(make_date(year, 1, 1), make_date(year + 1, 1, 1)),
    trunc(umk)::bigint,
    umk,
    kind,
    'secondary',
    source
from staging;
