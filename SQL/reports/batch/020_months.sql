-- section: months
-- month: month
-- money: total
-- total: rows, total
-- Control totals by month, for files whose rows speak of months.
select t.month, count(*) as rows, coalesce(sum(t.amount), 0)::bigint as total
from (
    select b.month, b.amount from register.bill as b where b.batch_id = report.batch()
    union all
    select date_trunc('month', p.paid_on)::date, p.amount from register.payment as p where p.batch_id = report.batch()
    union all
    select r.as_of, l.wage
    from register.roster as r
    inner join register.roster_line as l using (business_id, roster_id)
    where r.batch_id = report.batch()
) as t
group by t.month
order by t.month
