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
    l.billed - l.paid as unpaid,
    case
        when l.paid = l.billed then 'settled'
        when l.ended then 'arrears'
        else 'current'
    end as bill_status
from audit.run as r
cross join lateral law.ledger(report.office(), r.as_of, r.known_at, report.business()) as l
where r.run_id = report.run()
order by l.month
