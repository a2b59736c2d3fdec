-- The newest report of each employer. Rows that repeat an earlier list are not stored, so a report may stand in a newer
-- list than its batch.
create unlogged table work.labour_report as
select distinct on (i.identity_id)
    i.identity_id as business_id, left(r.region_code, 5) as region_code, r.as_of as reported_on, r.status, r.batch_id, r.line
from register.business_record as r
inner join work.batch as b using (batch_id)
inner join work.identity as i using (business_id)
cross join work.scope as s
where r.source = 'wlkp' and r.as_of <= s.as_of
order by i.identity_id, r.as_of desc, r.batch_id desc, r.line;
alter table work.labour_report add primary key (business_id);
analyze work.labour_report;

-- Employers with a number of a kind that those lists give, which is how they would have been found there.
create unlogged table work.labour_comparable as
select distinct i.identity_id as business_id
from register.business_identifier as n
inner join work.batch as b using (batch_id)
inner join work.identity as i using (business_id)
where n.kind in (
    select o.kind
    from register.business_identifier as o
    inner join work.batch as l using (batch_id)
    where l.kind = 'wlkp' and o.kind in ('npwp', 'nib', 'npp')
);
alter table work.labour_comparable add primary key (business_id);
analyze work.labour_comparable;
