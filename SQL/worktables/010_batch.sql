-- Batches of the office that counted when the run looks.
create unlogged table work.batch as
select b.batch_id, b.list_id, b.kind, b.as_of
from work.scope as s
cross join lateral import.standing(s.office_id, s.known_at) as b;
alter table work.batch add primary key (batch_id);
analyze work.batch;
