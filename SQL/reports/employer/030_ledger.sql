-- section: ledger
-- money: billed, paid, unpaid
-- month: month
-- words: bill_status
-- total: billed, paid, unpaid
with bill as (
    select
        l.*,
        coalesce(b.closed_on <= r.as_of and l.month >= date_trunc('month', b.closed_on), false) as after_closing,
        (select p.value from reference.parameter as p where p.name = 'arrears_cap' and p.period @> r.as_of) as ceiling
    from audit.run as r
    cross join lateral law.ledger(report.office(), r.as_of, r.known_at, report.business()) as l
    inner join register.business_profile as b using (business_id)
    where r.run_id = report.run()
)

select
    b.month,
    b.members,
    b.due_on,
    b.billed,
    b.paid,
    -- What is billed after the closing is to be corrected, not owed.
    case when not b.after_closing then b.billed - b.paid end as unpaid,
    case
        when b.paid = b.billed then 'settled'
        when b.after_closing then 'after_closing'
        when not b.ended then 'current'
        -- The newest unpaid months up to the ceiling must be paid; older ones stay in the ledger.
        when law.arrears_status(
            row_number() over (partition by b.ended and not b.after_closing and b.paid < b.billed order by b.month desc),
            b.ceiling) = 'di_luar_plafon_24'
            then 'di_luar_plafon_24'
        else 'arrears'
    end as bill_status
from bill as b
order by b.month
