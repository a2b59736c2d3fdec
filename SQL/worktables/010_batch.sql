-- Batches of the office that were known when the run looks.
create unlogged table work.batch as
select b.batch_id, b.as_of
from import.batch as b
cross join work.scope as s
where (b.office_id = s.office_id or b.office_id is null)
    and b.imported_at <= s.known_at;
alter table work.batch add primary key (batch_id);
analyze work.batch;
