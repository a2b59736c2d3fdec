-- section: ledger
-- money: billed, paid, unpaid
-- month: month
-- total: billed, paid, unpaid
with bills as (
    select distinct on (b.month) b.month, b.members, b.amount, b.due_on
    from register.bill as b
    inner join audit.run as r on r.run_id = report.run()
    where b.business_id = report.business() and b.month <= r.as_of and b.batch_id <= r.last_batch_id
    order by b.month, b.batch_id desc
),

payments as (
    select coalesce(sum(p.amount), 0)::bigint as paid_to_date
    from register.payment as p
    inner join audit.run as r on r.run_id = report.run()
    where p.business_id = report.business() and p.paid_on <= r.as_of and p.batch_id <= r.last_batch_id
),

settled as (
    select
        b.*,
        least(b.amount, greatest(0, p.paid_to_date
            - (sum(b.amount) over (order by b.month rows unbounded preceding) - b.amount)))::bigint as paid
    from bills as b
    cross join payments as p
)

select month, members, due_on, amount as billed, paid, amount - paid as unpaid
from settled
order by month
