-- Bills of the office up to the day to which the payments are complete, at most the as-of date, and all payments known up
-- to the as-of date; payments allocated to the oldest bill first. Months from the closing of a business on are not its arrears but a correction (OPS-01).
create unlogged table work.ledger as
select l.*, coalesce(l.month >= date_trunc('month', b.closed_on), false) as after_closing
from work.scope as s
cross join work.coverage as k
cross join lateral law.ledger(s.office_id, coalesce(k.arrears_as_of, s.as_of), s.known_at, null, s.as_of) as l
left join work.business as b using (business_id)
order by l.business_id, l.month;
alter table work.ledger add primary key (business_id, month);
analyze work.ledger;
