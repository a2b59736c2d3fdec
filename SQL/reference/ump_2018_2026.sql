-- Provincial minimum wages (UMP). New provinces without an UMP of their own have no row for those years.
-- [staging]
create temp table staging (
    province_code text, province_name text, year integer, ump numeric, status text, source text, note text
) on commit drop;
-- [load]
delete from reference.minimum_wage where region_code !~ '\.';
insert into reference.minimum_wage (region_code, period, amount, published, kind, status, source)
select
    province_code,
    daterange(make_date(year, 1, 1), make_date(year + 1, 1, 1)),
    trunc(ump)::bigint,
    ump,
    'UMP',
    status,
    concat_ws('; ', source, note)
from staging
where ump is not null;
