-- Bills and payments of the office up to the as-of date, payments allocated to the oldest bill first.
create unlogged table work.ledger as
select l.*
from work.scope as s
cross join lateral law.ledger(s.office_id, s.as_of, s.known_at) as l
order by l.business_id, l.month;
alter table work.ledger add primary key (business_id, month);
analyze work.ledger;
