-- Workers on the lists of employers that are not registered. Lists of some workers count only where nothing tells how many
-- there are.
create unlogged table work.unregistered_worker as
select w.business_id, w.person_id, w.wage, r.month, l.region_code, l.line_kind, w.batch_id, w.line
from work.workforce as w
inner join work.list_part as l using (roster_id)
inner join work.business as b on b.business_id = w.business_id
inner join work.roster as r on r.business_id = w.business_id
where not l.registered and (r.whole or coalesce(b.headcount, 0) = 0);
analyze work.unregistered_worker;
