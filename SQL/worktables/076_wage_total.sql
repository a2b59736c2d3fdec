-- Employers of whose wages a source gives the sum and nobody names the workers: the newest sum against what is reported to BPJS
-- Kesehatan for that month, as the same source says or as the bill of the month implies. A bill is the larger for wages that
-- were raised to the minimum and for extra family, so that it never shows less than was reported.
-- Both are compared by worker, because workers who are missing are another matter (REG-02H), and up to the wage cap.
create unlogged table work.wage_total as
select
    w.business_id, w.month, w.workers, w.wages, w.registered, w.reported, w.basis, t.cap, w.source, w.batch_id, w.line,
    w.bill_batch, w.bill_line,
    least(w.wages, w.workers * t.cap) / w.workers as average_wage,
    least(w.reported, w.registered * t.cap) / nullif(w.registered, 0) as average_reported,
    law.setting('wage_total_tolerance', s.as_of) as tolerance,
    case
        when w.counted_on < k.headcounts_from then 'headcount_too_old'
        when t.cap is null then t.missing
        when coalesce(w.registered, 0) = 0 or w.reported is null then 'no_reported_wages'
    end as missing
from (
    select
        n.business_id, n.counted_on, n.month, n.workers, n.wages, n.registered, n.source, n.batch_id, n.line, b.region_code,
        case when n.registered_wages is null then 'bill' else 'report' end as basis,
        coalesce(n.registered_wages, l.billed * 10000 / nullif(r.employer_rate + r.worker_rate, 0)) as reported,
        case when n.registered_wages is null then l.batch_id end as bill_batch,
        case when n.registered_wages is null then l.line end as bill_line
    from (
        select distinct on (i.identity_id)
            i.identity_id as business_id, h.as_of as counted_on, date_trunc('month', h.as_of::timestamp)::date as month, h.workers,
            h.wages, h.registered, h.registered_wages, h.source, h.batch_id, h.line
        from register.headcount as h
        inner join work.batch as b using (batch_id)
        inner join work.identity as i using (business_id)
        cross join work.scope as s
        where h.wages is not null and h.workers > 0 and h.as_of <= s.as_of
        order by i.identity_id, h.as_of desc, h.workers desc, h.batch_id desc, h.line
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
