-- One row per business: what BPJS Kesehatan and other lists (listed: the labour office's, or what an officer noted) say of it
-- on the as-of date.
-- registered: BPJS Kesehatan lists it, registered on or before the as-of date.
-- comparable: it has a number of a kind that BPJS Kesehatan's list gives, so that it would have been found there.
-- closing_month: the first month that is billed in vain. One that had begun before the closing is owed: its contribution is due
-- in the month itself (Perpres 82/2018 Ps.39).
-- active: the sources that know it do not say that it has closed by then. Whoever registers later and is on no other list is
-- active where workers are known (REG-01).
-- Of several records that are one employer the newest speaks; of those of one day the one that is registered, and closes last.
create unlogged table work.business as
with listed_record as (
    select distinct on (r.business_id) i.identity_id, r.*
    from register.business_record as r
    inner join work.batch as b using (batch_id)
    inner join work.identity as i using (business_id)
    cross join work.scope as s
    where r.source <> 'jkn' and r.as_of <= s.as_of
    order by r.business_id, r.as_of desc, r.batch_id desc
),

listed as (
    select distinct on (r.identity_id)
        r.identity_id as business_id, r.business_id as record_id, r.status, r.name, r.region_code, r.size_class, r.closed_on,
        r.batch_id, r.line, r.as_of, r.source
    from listed_record as r
    order by r.identity_id, r.as_of desc, r.status, r.closed_on desc nulls first, r.batch_id desc, r.business_id
),

-- The newest master file counts whatever its own date: its rows carry their validity themselves.
jkn_record as (
    select distinct on (r.business_id) i.identity_id, r.*
    from register.business_record as r
    inner join work.batch as b using (batch_id)
    inner join work.identity as i using (business_id)
    where r.source = 'jkn'
    order by r.business_id, r.as_of desc, r.batch_id desc
),

jkn as (
    select distinct on (r.identity_id)
        r.identity_id as business_id, r.status, r.name, r.region_code, r.size_class, r.registered_on, r.closed_on, r.batch_id, r.line
    from jkn_record as r
    cross join work.scope as s
    order by
        r.identity_id, r.as_of desc, r.registered_on <= s.as_of desc, r.closed_on desc nulls first, r.batch_id desc,
        r.business_id
),

headcount as (
    -- Of several sites that are one employer the largest speaks: a lower bound, never a sum over what may be one place.
    -- How many are enrolled another source of the month may say.
    select distinct on (h.identity_id)
        h.identity_id as business_id, h.workers, h.foreigners, h.source, h.as_of, h.batch_id, h.line,
        max(h.registered) over (partition by h.identity_id, date_trunc('month', h.as_of::timestamp)) as registered
    from work.headcount as h
    order by h.identity_id, h.as_of desc, h.workers desc, h.batch_id desc, h.line
),

-- Whoever has a number of a kind that the list of BPJS Kesehatan gives can be found in it.
comparable as (
    select distinct i.identity_id as business_id
    from register.business_identifier as n
    inner join work.batch as b using (batch_id)
    inner join work.identity as i using (business_id)
    where n.kind = 'entity_code' or n.kind in (select l.kind from work.listed_kind as l)
)

select
    u.business_id,
    h.workers as headcount,
    h.registered as headcount_registered,
    h.foreigners as headcount_foreigners,
    h.as_of as headcount_on,
    jkn.registered_on,
    jkn.closed_on,
    date_trunc('month', jkn.closed_on + interval '1 month - 1 day')::date as closing_month,
    listed.as_of as listed_on,
    -- A report that an employer is closed does not close it anew: where it gives no day but its own, the first since the employer
    -- was last reported as active tells the day.
    case when listed.status = 'closed' then coalesce(nullif(listed.closed_on, listed.as_of), (
        select min(coalesce(r.closed_on, r.as_of))
        from register.business_record as r
        inner join work.batch using (batch_id)
        where r.business_id = listed.record_id and r.source <> 'jkn' and r.status = 'closed' and r.as_of <= s.as_of
            and r.as_of > coalesce((
                select max(a.as_of)
                from register.business_record as a
                inner join work.batch using (batch_id)
                where a.business_id = listed.record_id and a.source <> 'jkn' and a.status = 'active' and a.as_of <= s.as_of
            ), '-infinity')
    ), listed.as_of) end as listed_closed_on,
    listed.batch_id as listed_batch,
    listed.source as listed_source,
    listed.line as listed_line,
    jkn.batch_id as jkn_batch,
    jkn.line as jkn_line,
    h.batch_id as headcount_batch,
    h.line as headcount_line,
    h.source as headcount_source,
    coalesce(jkn.registered_on <= s.as_of, false) as registered,
    c.business_id is not null as comparable,
    case
        when jkn.registered_on <= s.as_of then coalesce(jkn.closed_on > s.as_of, true)
        when listed.business_id is null then coalesce(jkn.closed_on > s.as_of, true)
        else listed.status = 'active' or coalesce(listed.closed_on > s.as_of, false)
    end as active,
    left(coalesce(jkn.region_code, listed.region_code), 5) as region_code,
    coalesce(jkn.size_class, listed.size_class) as size_class
from work.identity as u
cross join work.scope as s
left join listed using (business_id)
left join jkn using (business_id)
left join headcount as h using (business_id)
left join comparable as c using (business_id)
where u.identity_id = u.business_id and (listed.business_id is not null or jkn.business_id is not null);
alter table work.business add primary key (business_id);
analyze work.business;
