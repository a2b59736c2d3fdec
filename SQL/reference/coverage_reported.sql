-- Coverage figures of five press articles, exactly as printed.
-- [staging]
create temp table staging (
    region_code text, region text, level text, as_of text, population bigint, registered bigint, active bigint,
    pct_registered_reported numeric, pct_active_reported numeric, source text, url text, note text
) on commit drop;
-- [load]
delete from reference.coverage_report;
insert into reference.coverage_report
    (region_code, as_of, population, registered, active, registered_pct, active_pct, source, url)
select
    region_code, as_of, population, registered, active,
    pct_registered_reported, pct_active_reported, source, nullif(url, '')
from staging;
