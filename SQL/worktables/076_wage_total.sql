-- Employers of whose wages a source gives the sum and nobody names the workers: the newest sum against what is reported to BPJS
-- Kesehatan for that month, as the same source says or as the bill of the month implies. A bill is the larger for wages that
-- were raised to the minimum and for extra family.
-- Both are compared by worker, because workers who are missing are another matter (REG-02H). participants: whom the reported
-- sum is for; the fewest that may be meant, because family members may be among them and a bill may be older than some
-- enrolments. What is above the cap for every worker does not count; of single workers the sums do not tell it.
create unlogged table work.wage_total as
select
    w.*,
    t.cap,
    least(w.wages, w.workers * t.cap) as counted_wages,
    least(w.reported, w.participants * t.cap) as counted_reported,
    law.setting('wage_total_tolerance', s.as_of) as tolerance,
    case
        when w.counted_on < k.headcounts_from then 'headcount_too_old'
        when t.cap is null then coalesce(t.missing, 'no_parameter:wage_cap')
        when w.participants is null or w.reported is null then 'no_reported_wages'
    end as missing
from (
    select
        n.business_id, n.counted_on, n.month, n.workers, n.wages, b.region_code, n.source, n.batch_id, n.line,
        case when n.registered_wages > 0 then 'report' else 'bill' end as basis,
        case
            when n.registered_wages > 0 then n.registered_wages
            else nullif(l.billed, 0) * 10000 / nullif(r.employer_rate + r.worker_rate, 0)
        end as reported,
        case when n.registered > 0 then
            nullif(least(n.registered, n.workers, case when n.registered_wages > 0 then n.registered else l.members end), 0)
        end as participants,
        case when n.registered_wages > 0 then null else l.batch_id end as bill_batch,
        case when n.registered_wages > 0 then null else l.line end as bill_line
    from (
        select distinct on (h.identity_id)
            h.identity_id as business_id, h.as_of as counted_on, date_trunc('month', h.as_of::timestamp)::date as month, h.workers,
            h.wages, h.registered, h.registered_wages, h.source, h.batch_id, h.line
        from work.headcount as h
        where h.wages > 0 and h.workers > 0
        order by h.identity_id, h.as_of desc, h.workers desc, h.batch_id desc, h.line
    ) as n
    inner join work.business as b using (business_id)
    left join work.roster as o using (business_id)
    left join work.bill as l on l.business_id = n.business_id and l.month = n.month
    left join work.tariff as r on r.region_code = b.region_code and r.month = n.month
    where b.registered and b.active and not coalesce(o.whole, false)
) as w
cross join work.scope as s
cross join work.limits as k
left join work.tariff as t on t.region_code = w.region_code and t.month = w.month;
alter table work.wage_total add primary key (business_id);
analyze work.wage_total;
