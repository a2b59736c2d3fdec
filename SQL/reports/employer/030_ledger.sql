-- section: ledger
-- money: billed, paid, unpaid
-- month: month
-- words: bill_status
-- total: billed, paid, unpaid
select
    l.month,
    l.members,
    l.due_on,
    l.billed,
    l.paid,
    -- What is billed after the closing is to be corrected, not owed.
    case when not c.after_closing then l.billed - l.paid end as unpaid,
    case
        when l.paid = l.billed then 'settled'
        when c.after_closing then 'after_closing'
        when l.ended then 'arrears'
        else 'current'
    end as bill_status
from audit.run as r
cross join lateral law.ledger(report.office(), r.as_of, r.known_at, report.business()) as l
inner join register.business_profile as b using (business_id)
cross join lateral (
    select coalesce(b.closed_on <= r.as_of and l.month >= date_trunc('month', b.closed_on), false) as after_closing
) as c
where r.run_id = report.run()
order by l.month
