-- Codes of provinces, regencies and districts that are no longer in use (Papua split): kept as retired.
-- [staging]
create temp table staging (
    code text, level text, names_by_version text, first_version text, last_version text, current_2025 text
) on commit drop;
-- [load]
insert into reference.region (code, parent_code, name, kind, level, retired)
select
    code,
    case when level = 'province' then null else regexp_replace(code, '\.[^.]+$', '') end as parent_code,
    -- The latest of the names "2018:Merauke | 2021:MERAUKE".
    regexp_replace(names_by_version, '^.*[0-9]{4}:', '') as name,
    case level
        when 'province' then 'province'
        when 'district' then 'district'
        else case when code ~ '\.7[0-9]$' then 'kota' else 'kabupaten' end
    end as kind,
    case level when 'province' then 1 when 'regency' then 2 else 3 end as level,
    true
from staging
where current_2025 = 'no'
on conflict (code) do nothing;
