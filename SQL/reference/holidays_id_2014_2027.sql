-- National holidays and collective leave, 2014 to 2027.
-- [staging]
create temp table staging (date date, category text, name text) on commit drop;
-- [load]
delete from reference.holiday;
insert into reference.holiday (day, kind, name)
select date, category, name
from staging;
