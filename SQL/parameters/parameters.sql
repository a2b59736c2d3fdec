-- The law's dated figures.
-- [staging]
create temp table staging (
    name text, valid_from date, valid_to date, value bigint, unit text, citation text, confidence text,
    verified_on date, note text
) on commit drop;
-- [load]
delete from reference.parameter;
insert into reference.parameter (name, period, value, unit, citation, confidence, verified_on, note)
select name, daterange(valid_from, valid_to), value, unit, citation, confidence, verified_on, note
from staging;
