-- The full worker list that counts for each business and month, as far back as an audit looks: of two of one month that of
-- BPJS Ketenagakerjaan, of two of one source the later file that names the same number of it. One row per part of a list (mended rows are a part).
create unlogged table work.wage_list as
with lists as (
    select i.identity_id as business_id, r.business_id as record_id, r.as_of as month, r.roster_id, r.source, r.batch_id, b.list_id
    from register.roster as r
    inner join work.batch as b using (batch_id)
    inner join work.identity as i using (business_id)
    cross join work.scope as s
    where r.office_id = s.office_id and r.complete and r.as_of <= s.month
        and r.as_of > (s.month - make_interval(months => law.setting('wage_history_months', s.as_of)::integer))::date
),

newest as (
    select distinct on (business_id, month) business_id, month, source
    from lists
    order by business_id, month, source <> 'bpjstk', list_id desc, source
),

-- An employer with several numbers hands in a list under each.
latest as (
    select l.business_id, l.record_id, l.month, l.source, max(l.list_id) as list_id
    from lists as l
    inner join newest as n using (business_id, month, source)
    group by l.business_id, l.record_id, l.month, l.source
)

select l.roster_id, l.business_id, l.month, l.source, l.batch_id
from lists as l
inner join latest as n using (business_id, record_id, month, source, list_id);
alter table work.wage_list add primary key (roster_id);
create index on work.wage_list (business_id, month);
analyze work.wage_list;
