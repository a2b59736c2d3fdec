-- Office choices.
-- [staging]
create temp table staging (
    name text, valid_from date, valid_to date, value bigint, confidence text, verified_on date, note text
) on commit drop;
-- [load]
delete from reference.setting;
insert into reference.setting (name, period, value, confidence, verified_on, note)
select name, daterange(valid_from, valid_to), value, confidence, verified_on, note
from staging;
