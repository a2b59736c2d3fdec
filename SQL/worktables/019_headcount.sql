-- Totals of workers by employer, source and date, up to the as-of date: what a source says anew of a day takes the place of all
-- that it said of it before.
create view work.headcount as
select distinct on (h.business_id, h.source, h.as_of) i.identity_id, h.*
from register.headcount as h
inner join work.batch as b using (batch_id)
inner join work.identity as i using (business_id)
cross join work.scope as s
where h.as_of <= s.as_of
order by h.business_id, h.source, h.as_of, h.batch_id desc;
