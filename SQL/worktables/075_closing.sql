-- Registered employers that have closed by the as-of date: as the master file of BPJS Kesehatan says or, where that has them
-- active, as the newest word of another list says (the labour office, or an officer on the spot).
-- works_on: worker lists of later months name somebody, so that it is the closing that has to be looked into.
create unlogged table work.closing as
with closed as (
    select b.business_id, b.closed_on, 'jkn' as source, 'jkn_business' as line_kind, b.jkn_batch as batch_id, b.jkn_line as line
    from work.business as b
    cross join work.scope as s
    where b.registered and b.closed_on <= s.as_of
    union all
    -- Whoever registered after that has opened again.
    select b.business_id, b.listed_closed_on, b.listed_source, b.listed_source, b.listed_batch, b.listed_line
    from work.business as b
    cross join work.scope as s
    where b.registered and b.active and b.listed_closed_on > b.registered_on and b.listed_closed_on <= s.as_of
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
