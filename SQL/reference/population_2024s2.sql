-- Residents by region, Dukcapil, second semester of 2024.
-- [staging]
create temp table staging (code text, name text, male integer, female integer, total integer, level text) on commit drop;
-- [load]
delete from reference.population where as_of = date '2024-12-31';
insert into reference.population (region_code, as_of, male, female, total)
select code, date '2024-12-31', male, female, total
from staging;
