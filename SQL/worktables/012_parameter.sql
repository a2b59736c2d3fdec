-- The law's figures in force on the as-of date, for rules that need one figure alone. Without a row nothing is judged by it.
create unlogged table work.parameter as
select p.name, p.value
from reference.parameter as p
cross join work.scope as s
where p.period @> s.as_of;
alter table work.parameter add primary key (name);
analyze work.parameter;
