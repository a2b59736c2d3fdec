-- The 7,285 districts (kecamatan).
-- [staging]
create temp table staging (code text, name text, parent_code text) on commit drop;
-- [load]
insert into reference.region (code, parent_code, name, kind, level, retired)
select code, nullif(parent_code, ''), name, 'district', 3, false
from staging
on conflict (code) do update
set parent_code = excluded.parent_code, name = excluded.name, kind = excluded.kind, retired = false;
