-- Registered employers that have closed by the as-of date: as the master file of BPJS Kesehatan says or, where that has them
-- active, as the newest word of another list says (the labour office, or an officer on the spot).
-- works_on: worker lists of later months name somebody, so that it is the closing that has to be looked into.
create unlogged table work.closing as
with other as (
    select distinct on (i.identity_id)
        i.identity_id as business_id, r.status, coalesce(r.closed_on, r.as_of) as closed_on, r.source, r.batch_id, r.line
    from register.business_record as r
    inner join work.batch as b using (batch_id)
    inner join work.identity as i using (business_id)
    cross join work.scope as s
    where r.source <> 'jkn' and r.as_of <= s.as_of
    order by i.identity_id, r.as_of desc, r.batch_id desc, r.business_id
),

closed as (
    select b.business_id, b.closed_on, 'jkn' as source, 'jkn_business' as line_kind, b.jkn_batch as batch_id, b.jkn_line as line
    from work.business as b
    cross join work.scope as s
    where b.registered and b.closed_on <= s.as_of
    union all
    -- Whoever registered after that has opened again.
    select o.business_id, o.closed_on, o.source, o.source, o.batch_id, o.line
    from other as o
    inner join work.business as b using (business_id)
    cross join work.scope as s
    where b.registered and b.active and o.status = 'closed' and o.closed_on > b.registered_on and o.closed_on <= s.as_of
)

select
    c.*,
    exists (
        select from work.roster_line as l
        inner join work.roster_part as p using (roster_id)
        where l.business_id = c.business_id and p.month >= c.closed_on
    ) as works_on
from closed as c;
alter table work.closing add primary key (business_id);
analyze work.closing;
