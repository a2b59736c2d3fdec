-- Bills and payments up to the as-of date. Payments settle the oldest bill first, part payments included:
-- what is paid of a bill is what the payments of the business leave after all older bills.
create unlogged table work.ledger as
with bills as (
    select distinct on (b.business_id, b.month)
        b.business_id, b.month, b.amount, b.due_on, b.batch_id, b.line
    from register.bill as b
    inner join work.batch using (batch_id)
    cross join work.scope as s
    where b.office_id = s.office_id and b.month <= s.month
    order by b.business_id, b.month, b.batch_id desc
),

running as (
    select
        b.*,
        (sum(b.amount) over (partition by b.business_id order by b.month rows unbounded preceding))::bigint as billed_to_date
    from bills as b
),

payments as (
    select
        p.business_id,
        sum(p.amount)::bigint as paid_to_date,
        max(p.paid_on) as last_paid_on,
        (array_agg(row('payment', p.batch_id, p.line)::audit.source_line order by p.paid_on desc, p.payment_id desc))[1]
            as last_payment
    from register.payment as p
    inner join work.batch using (batch_id)
    cross join work.scope as s
    where p.office_id = s.office_id and p.paid_on <= s.as_of
    group by p.business_id
)

select
    r.business_id,
    r.month,
    r.due_on,
    r.amount as billed,
    least(r.amount, greatest(0, coalesce(p.paid_to_date, 0) - (r.billed_to_date - r.amount))) as paid,
    p.last_paid_on,
    -- A month is in arrears once it has ended: on the 1st of the next month the guarantee is suspended.
    r.month + interval '1 month' <= s.as_of as ended,
    r.batch_id,
    r.line,
    p.last_payment
from running as r
cross join work.scope as s
left join payments as p using (business_id)
order by r.business_id, r.month;
alter table work.ledger add primary key (business_id, month);
analyze work.ledger;
