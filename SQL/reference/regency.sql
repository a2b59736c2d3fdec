-- The 514 regencies and cities.
-- [staging]
create temp table staging (code text, name text, parent_code text, kind text) on commit drop;
-- [load]
insert into reference.region (code, parent_code, name, kind, level, retired)
select code, nullif(parent_code, ''), name, kind, 2, false
from staging
on conflict (code) do update
set parent_code = excluded.parent_code, name = excluded.name, kind = excluded.kind, retired = false;
