-- Registered employers without bills of which a source gives workers and wages of each month in sum: the contribution of those
-- months against the payments, which settle the oldest month first. An estimate: wages above the cap do
-- not show in a sum. wages: those that are reported, if the source says so, else the part of all wages that falls to the enrolled.
-- due_to_date: with all months before. Only months that have ended, and to which the payments reach.
create unlogged table work.total_due as
with total as (
    select distinct on (h.identity_id, d.month)
        h.identity_id as business_id, d.month, n.people, h.source, h.batch_id, h.line,
        -- The product of both may be larger than a bigint.
        case when h.registered_wages > 0 then h.registered_wages
            else div(h.wages::numeric * n.people, nullif(h.workers, 0))::bigint end as wages
    from work.headcount as h
    cross join lateral (select date_trunc('month', h.as_of::timestamp)::date as month) as d
    -- Without a number of those enrolled, that of all workers.
    cross join lateral (select least(h.registered, h.workers) as people) as n
    order by h.identity_id, d.month, h.registered is null, h.wages is null, h.as_of desc, h.workers desc, h.batch_id desc, h.line
)

select
    w.business_id, w.month, w.people, w.wages, w.source, w.batch_id, w.line, c.total as due,
    law.total(c.total) over (partition by w.business_id order by w.month rows unbounded preceding) as due_to_date
from total as w
inner join work.business as b using (business_id)
inner join work.tariff as t on t.region_code = b.region_code and t.month = w.month
cross join work.coverage as k
cross join lateral (
    select w.people * (law.share(p.base, t.employer_rate) + law.share(p.base, t.worker_rate)) as total
    -- Not lifted to the minimum wage: that is the matter of DAT-02T.
    from (select least(w.wages / nullif(w.people, 0), t.cap) as base) as p
) as c
where b.registered and b.active and w.people > 0 and w.wages > 0 and c.total is not null
    and w.month < date_trunc('month', k.arrears_as_of) and w.month >= date_trunc('month', k.payments_from)
    and w.month >= b.registered_on
    and not exists (select from work.billed as l where l.business_id = b.business_id)
    and not exists (select from work.later_bill as l where l.business_id = b.business_id);
alter table work.total_due add primary key (business_id, month);
analyze work.total_due;

-- What was paid since the first of these months, and what earlier payments leave when each month from the first payment on cost
-- as much as the first that is known: some pay for a year in advance.
create unlogged table work.total_paid as
select
    f.business_id,
    f.paid + greatest(0, f.paid_before - f.due * (
        extract(year from age(f.month, f.first_paid)) * 12 + extract(month from age(f.month, f.first_paid)))::bigint) as paid,
    f.last_paid_on
from (
    select
        d.business_id, d.month, d.due, date_trunc('month', min(p.paid_on))::date as first_paid, max(p.paid_on) as last_paid_on,
        coalesce(sum(p.amount) filter (where p.paid_on >= d.month), 0)::bigint as paid,
        coalesce(sum(p.amount) filter (where p.paid_on < d.month), 0)::bigint as paid_before
    from (
        select distinct on (t.business_id) t.business_id, t.month, t.due from work.total_due as t order by t.business_id, t.month
    ) as d
    inner join work.identity as i on i.identity_id = d.business_id
    left join work.payment as p on p.business_id = i.business_id
    group by d.business_id, d.month, d.due
) as f;
alter table work.total_paid add primary key (business_id);
analyze work.total_paid;
