-- Bills up to the day to which the payments are complete, at most the as-of date, and what is paid of each: payments settle
-- the oldest bill first (law.settled). Months from the closing of an employer on are not its arrears but a correction (OPS-01).
create unlogged table work.ledger as
with bill as (
    select
        b.business_id, i.several, b.month, b.members, b.amount, b.due_on, b.batch_id, b.line,
        -- In the order of the key, so that nothing is sorted.
        lead(b.batch_id) over (partition by b.business_id, b.month order by b.batch_id) is null as is_newest
    from register.bill as b
    inner join work.identity as i using (business_id)
    where b.batch_id in (select n.batch_id from work.batch as n)
),

running as (
    select
        b.*, law.total(b.amount) over (partition by b.business_id order by b.month rows unbounded preceding) as billed_to_date
    from bill as b
    where b.is_newest and not b.several
),

-- An employer that is registered twice is billed twice.
number_bill as (
    select distinct on (b.business_id, b.month)
        i.identity_id as business_id, b.month, b.members, b.amount, b.due_on, b.batch_id, b.line
    from work.identity as i
    inner join register.bill as b using (business_id)
    inner join work.batch using (batch_id)
    where i.several
    order by b.business_id, b.month, b.batch_id desc
),

merged_bill as (
    select
        business_id, month, sum(members)::integer as members, law.total(amount) as amount, max(due_on) as due_on,
        (array_agg(batch_id order by amount desc, batch_id))[1] as batch_id,
        (array_agg(line order by amount desc, batch_id))[1] as line
    from number_bill
    group by business_id, month
),

merged_running as (
    select
        m.*, law.total(m.amount) over (partition by m.business_id order by m.month rows unbounded preceding) as billed_to_date
    from merged_bill as m
)

select
    r.business_id,
    r.month,
    r.due_on,
    r.members,
    r.amount as billed,
    law.settled(r.amount, r.billed_to_date, p.paid) as paid,
    -- From the 1st of the next month a month can be in arrears, when the guarantee is suspended (Perpres 64/2020 Ps.42).
    (r.month + interval '1 month')::date <= coalesce(k.arrears_as_of, s.as_of) as ended,
    r.batch_id,
    r.line,
    coalesce(r.month >= date_trunc('month', b.closed_on::timestamp)::date, false) as after_closing
from (
    select business_id, month, due_on, members, amount, billed_to_date, batch_id, line from running
    union all
    select business_id, month, due_on, members, amount, billed_to_date, batch_id, line from merged_running
) as r
cross join work.coverage as k
cross join work.scope as s
left join work.paid as p using (business_id)
left join work.business as b using (business_id)
where r.month <= coalesce(k.arrears_as_of, s.as_of);
alter table work.ledger add primary key (business_id, month);
analyze work.ledger;

-- Employers with bills of months to whose end the payments do not reach. ended: of one that has ended by the as-of date.
create unlogged table work.later_bill as
select i.identity_id as business_id, bool_or(b.month + interval '1 month' <= s.as_of) as ended
from register.bill as b
inner join work.batch using (batch_id)
inner join work.identity as i using (business_id)
cross join work.scope as s
cross join work.coverage as k
where b.month <= s.as_of and b.month + interval '1 month' > k.payments_until
group by i.identity_id;
alter table work.later_bill add primary key (business_id);
analyze work.later_bill;
