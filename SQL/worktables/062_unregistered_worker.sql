-- Workers on the lists of employers that are not registered. Lists of some workers count only where nothing recent tells how
-- many there are. due: whether a list shows somebody who is to be registered: paid, and no foreigner who has not worked for six
-- months (UU 24/2011 Ps.14), as far as known. by_contract: a foreigner whose contract alone is that long.
create unlogged table work.unregistered_worker as
select
    w.business_id, w.person_id, w.wage, r.month, l.region_code, l.line_kind, w.batch_id, w.line,
    w.wage is distinct from 0 and coalesce(f.period in ('worked', 'contract'), true) as due,
    coalesce(f.period = 'contract', false) as by_contract
from work.workforce as w
inner join work.list_part as l using (roster_id)
inner join work.business as b on b.business_id = w.business_id
inner join work.roster as r on r.business_id = w.business_id
cross join work.limits as k
left join work.foreigner as f on f.business_id = w.business_id and f.person_id = w.person_id
where not l.registered and (r.whole or coalesce(b.headcount, 0) = 0 or b.headcount_on < k.headcounts_from);
analyze work.unregistered_worker;

-- Active employers that are not registered, with what tells that they have workers: those named, else a headcount that is not
-- too old, without its foreigners, of whom nobody knows how long they work. missing: why that cannot be judged.
create unlogged table work.unregistered as
select
    b.business_id, b.region_code, n.month as named_month, n.due as named, coalesce(n.by_contract, false) as by_contract,
    case when n.business_id is null and b.headcount_on >= k.headcounts_from then nullif(c.due, 0) end as counted,
    case
        when n.business_id is not null then case when n.due = 0 then 'no_worker_due' end
        when b.headcount_on < k.headcounts_from then 'headcount_too_old'
        when c.due = 0 then 'no_worker_due'
    end as missing
from work.business as b
cross join work.limits as k
left join (
    select
        w.business_id, w.month, count(*) filter (where w.due) as due, bool_and(w.by_contract) filter (where w.due) as by_contract
    from work.unregistered_worker as w
    group by w.business_id, w.month
) as n using (business_id)
cross join lateral (select greatest(b.headcount - coalesce(b.headcount_foreigners, 0), 0) as due) as c
where b.active and not b.registered and (n.business_id is not null or b.headcount > 0);
alter table work.unregistered add primary key (business_id);
analyze work.unregistered;
