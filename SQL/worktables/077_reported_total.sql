-- Employers of which a source gives the reported wages in sum: the newest, against the minimum wage of its month.
-- floor_bill: the bill of the month, where it covers the contribution of all of them on the minimum wage.
create unlogged table work.reported_total as
select
    n.*, t.floor, f.total as due_at_floor, g.total as due_as_reported, f.employer_share, f.worker_share,
    case when l.billed + 2 * n.registered * k.share_tolerance >= n.registered * f.total then l.billed end as floor_bill,
    case
        when n.counted_on < k.headcounts_from then 'headcount_too_old'
        else t.missing
    end as missing
from (
    select distinct on (h.identity_id)
        h.identity_id as business_id, h.as_of as counted_on, date_trunc('month', h.as_of::timestamp)::date as month, n.registered,
        h.registered_wages, h.registered_wages / n.registered as average, b.region_code, h.source, h.batch_id, h.line
    from work.headcount as h
    -- More than the workers have family members among them.
    cross join lateral (select case when h.registered > 0 then least(h.registered, nullif(h.workers, 0)) end as registered) as n
    inner join work.business as b on b.business_id = h.identity_id
    -- Where members are named DAT-02 tells who it is.
    left join work.member_list as m on m.business_id = h.identity_id
    where n.registered > 0 and h.registered_wages > 0 and b.registered and b.active
        and coalesce(m.listed_on < date_trunc('month', h.as_of), true)
    order by h.identity_id, h.as_of desc, n.registered desc, h.batch_id desc, h.line
) as n
cross join work.limits as k
inner join work.tariff as t on t.region_code = n.region_code and t.month = n.month
left join work.bill as l on l.business_id = n.business_id and l.month = n.month
cross join lateral law.contribution_on_base(
    case when t.missing is null then t.floor end, t.employer_rate, t.worker_rate, t.extra_family_rate, 0) as f
cross join lateral law.contribution_on_base(
    case when t.missing is null then n.average end, t.employer_rate, t.worker_rate, t.extra_family_rate, 0) as g;
alter table work.reported_total add primary key (business_id);
analyze work.reported_total;
