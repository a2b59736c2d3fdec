-- code: IUR-01
-- title: Menunggak iuran
-- title_en: Contribution arrears
-- subject: business
-- strength: established
-- path: collection
-- amount: arrears
-- cites: UU-24-2011:19(1), UU-24-2011:19(2), PERPRES-82-2018:39, PERPRES-82-2018:42
-- reads: business, coverage, ledger, later_bill
-- evidence: months, oldest_month, newest_month, billed, paid, last_paid_on, payments_until
-- explanation: Tunggakan {months} bulan, {oldest_month} sampai {newest_month}: ditagih {billed}, dibayar {paid}. Pembayaran diperhitungkan mulai dari bulan tertua.
-- explanation_en: Arrears of {months} months, {oldest_month} to {newest_month}: billed {billed}, paid {paid}. Payments settle the oldest month first.
-- question:
-- question_en:
-- [tested]
select distinct l.business_id, 1 as subjects
from work.ledger as l
cross join work.coverage as k
where k.payments_until is not null
-- [not judged]
select distinct l.business_id, 'no_payment_list' as reason, 1 as subjects
from work.ledger as l
cross join work.coverage as k
where k.payments_until is null
union all
-- Months that have ended since the payments reach no further.
select b.business_id, 'payments_too_old', 1
from work.later_bill as b
where b.ended
union all
select distinct l.business_id, 'billed_after_closing', 1
from work.ledger as l
cross join work.coverage as k
where k.payments_until is not null and l.after_closing and l.paid < l.billed
union all
select b.business_id, 'no_bills', 1
from work.business as b
where b.registered and b.active
    and not exists (select from work.ledger as l where l.business_id = b.business_id)
    and not exists (select from work.later_bill as l where l.business_id = b.business_id)
-- [violations]
select
    l.business_id,
    null::bigint as person_id,
    sum(l.billed - l.paid)::bigint as amount,
    min(l.month) as since,
    count(*) as months,
    min(l.month) as oldest_month,
    max(l.month) as newest_month,
    sum(l.billed)::bigint as billed,
    sum(l.paid)::bigint as paid,
    max(l.last_paid_on) as last_paid_on,
    max(k.arrears_as_of) as payments_until,
    array_agg(
        row(l.month, null, null, null, null, l.billed, l.paid, l.billed - l.paid)::audit.money_line order by l.month
    ) as money,
    array_agg(row('bill', l.batch_id, l.line)::audit.source_line order by l.month)
        || array_remove((array_agg(l.last_payment))[1:1], null) as sources
from work.ledger as l
cross join work.coverage as k
where k.payments_until is not null and l.ended and not l.after_closing and l.paid < l.billed
group by l.business_id
