-- Registered employers of whom no fresh list names every worker: lists of some workers speak for these alone.
create unlogged table work.roster_gap as
select b.business_id, case
        when r.business_id is null then 'no_worker_list'
        when r.complete or not r.fresh then 'worker_list_too_old'
        else 'worker_list_partial'
    end as reason
from work.business as b
left join work.roster as r using (business_id)
where b.registered and b.active and not coalesce(r.whole, false);
alter table work.roster_gap add primary key (business_id);
analyze work.roster_gap;
