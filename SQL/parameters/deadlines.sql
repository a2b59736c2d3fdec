-- Statutory and practical deadlines.
-- [staging]
create temp table staging (
    name text, valid_from date, valid_to date, days integer, unit text, starts text, citation text, confidence text,
    verified_on date, note text
) on commit drop;
-- [load]
delete from reference.deadline;
insert into reference.deadline (name, period, days, unit, starts, citation, confidence, verified_on, note)
select name, daterange(valid_from, valid_to), days, unit, starts, citation, confidence, verified_on, note
from staging;
