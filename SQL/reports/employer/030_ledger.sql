-- section: ledger
-- money: billed, paid, unpaid
-- month: month
-- words: bill_status
-- total: billed, paid, unpaid
-- Calls in arrears what IUR-01 does, and leaves open what it leaves open.
with run as (
    select
        r.run_id, r.as_of, r.known_at, law.setting('share_tolerance', r.as_of) as share_tolerance,
        (select p.value from reference.parameter as p where p.name = 'arrears_cap' and p.period @> r.as_of) as ceiling,
        -- How far the payments on record reach; null without a list.
        (
            select max(b.as_of) from import.standing(report.office(), r.known_at) as b where b.kind = 'payments'
        ) as payments_until,
        (
            select j.not_judged -> 'IUR-01' ? 'closed_elsewhere'
            from audit.judgement_of(report.business(), report.office(), r.run_id) as j
        ) as closed_elsewhere
    from audit.run as r
    where r.run_id = report.run()
),

in_arrears as (
    select (m ->> 'month')::date as month
    from audit.findings_at(report.office(), report.run()) as f
    cross join lateral jsonb_array_elements(f.money) as m
    where f.business_id = report.business() and f.rule_code = 'IUR-01'
),

bill as (
    select
        l.*, r.ceiling,
        -- What lacks by the rounding of shares adds up from bill to bill.
        l.paid > 0 and l.billed - l.paid
            <= r.share_tolerance * sum(l.members) over (partition by l.business_id order by l.month) as is_rounding,
        coalesce(b.closed_on <= r.as_of and l.month >= b.closed_on, false) as after_closing,
        coalesce(l.month <= r.payments_until, false) as is_reached,
        coalesce(l.month < date_trunc('month', r.payments_until), false) as is_known,
        coalesce(r.closed_elsewhere, false) and l.month not in (select a.month from in_arrears as a) as closed_elsewhere
    from run as r
    cross join lateral law.ledger(report.office(), r.as_of, r.known_at, report.business()) as l
    inner join register.business_profile as b using (business_id)
),

placed as (
    select
        b.*,
        case
            when b.paid = b.billed or b.is_rounding then 'settled'
            when b.after_closing then 'after_closing'
            when not b.ended then 'current'
            when not b.is_known then 'not_known'
            when b.closed_elsewhere then 'closed_elsewhere'
            else 'arrears'
        end as bill_status
    from bill as b
)

select
    p.month,
    p.members,
    p.due_on,
    p.billed,
    p.paid,
    case
        when p.bill_status = 'settled' then 0
        -- Of a month that has not ended what is open so far; of others nothing that is to be corrected or is not known.
        when p.bill_status = 'arrears' or p.bill_status = 'current' and p.is_reached then p.billed - p.paid
    end as unpaid,
    case
        -- The newest unpaid months up to the ceiling must be paid; older ones stay in the ledger.
        when p.bill_status = 'arrears'
            and law.arrears_status(
                row_number() over (partition by p.business_id, p.bill_status order by p.month desc), p.ceiling
            ) = 'di_luar_plafon_24'
            then 'di_luar_plafon_24'
        else p.bill_status
    end as bill_status
from placed as p
order by p.month
