-- code: IUR-01
-- title: Menunggak iuran
-- title_en: Contribution arrears
-- subject: business
-- strength: established
-- path: collection
-- amount: arrears
-- cites: UU-24-2011:19(1), UU-24-2011:19(2), PERPRES-82-2018:39, PERPRES-82-2018:42
-- reads: business, coverage, limits, paid, billed, unpaid, later_bill, closing, recalculated
-- evidence: months, oldest_month, newest_month, billed, paid, months_beyond, amount_beyond, last_paid_on, payments_until
-- explanation: Tunggakan {months} bulan, {oldest_month} sampai {newest_month}: ditagih {billed}, dibayar {paid}. Pembayaran diperhitungkan mulai dari bulan tertua. Di luar plafon, dicatat tersendiri: {months_beyond} bulan, {amount_beyond}.
-- explanation_en: Arrears of {months} months, {oldest_month} to {newest_month}: billed {billed}, paid {paid}. Payments settle the oldest month first. Beyond the ceiling, kept apart: {months_beyond} months, {amount_beyond}.
-- question:
-- question_en:
-- [tested]
select l.business_id, 1 as subjects
from work.billed as l
cross join work.coverage as k
where k.payments_until is not null
-- [not judged]
select l.business_id, 'no_payment_list' as reason, 1 as subjects
from work.billed as l
cross join work.coverage as k
where k.payments_until is null
union all
-- Months that have ended since the payments reach no further.
select b.business_id, 'payments_too_old', 1
from work.later_bill as b
where b.ended
union all
select distinct l.business_id, 'billed_after_closing', 1
from work.unpaid as l
cross join work.coverage as k
where k.payments_until is not null and l.after_closing
union all
-- Another list has the employer closed by then: whether it owes these months or the bills are wrong (OPS-01), people find out.
select distinct l.business_id, 'closed_elsewhere', 1
from work.unpaid as l
inner join work.closing as c using (business_id)
cross join work.coverage as k
where k.payments_until is not null and not l.after_closing and not c.works_on and l.month >= c.closed_on and l.ended
union all
select b.business_id, 'no_bills', 1
from work.business as b
where b.registered and b.active
    and not exists (select from work.billed as l where l.business_id = b.business_id)
    and not exists (select from work.later_bill as l where l.business_id = b.business_id)
union all
-- The breach itself stands; only what of it must be paid is open.
select distinct l.business_id, 'amount:no_parameter:arrears_cap', 1
from work.unpaid as l
cross join work.coverage as k
cross join work.limits as c
where k.payments_until is not null and l.ended and not l.after_closing
    and (l.paid = 0 or l.billed - l.paid > l.members_to_date * c.share_tolerance) and c.arrears_ceiling is null
-- [violations]
-- No interest: there has been none on contributions since July 2016 (law.late_fine).
with unpaid as (
    select
        l.*,
        law.arrears_status(
            row_number() over (partition by l.business_id order by l.month desc), c.arrears_ceiling) as status
    from work.unpaid as l
    cross join work.coverage as k
    cross join work.limits as c
    where k.payments_until is not null and l.ended and not l.after_closing
        -- What of payments is missing by a rupiah a worker and month is what shares are rounded by.
        and (l.paid = 0 or l.billed - l.paid > l.members_to_date * c.share_tolerance)
        and not exists (
            select from work.closing as c where c.business_id = l.business_id and not c.works_on and l.month >= c.closed_on
        )
)

select
    u.business_id,
    null::bigint as person_id,
    (sum(u.billed - u.paid) filter (where u.status = 'dalam_plafon_24'))::bigint as amount,
    min(u.month) as since,
    count(*) filter (where u.status is distinct from 'di_luar_plafon_24') as months,
    min(u.month) filter (where u.status is distinct from 'di_luar_plafon_24') as oldest_month,
    max(u.month) as newest_month,
    (sum(u.billed) filter (where u.status is distinct from 'di_luar_plafon_24'))::bigint as billed,
    (sum(u.paid) filter (where u.status is distinct from 'di_luar_plafon_24'))::bigint as paid,
    count(*) filter (where u.status = 'di_luar_plafon_24') as months_beyond,
    coalesce(sum(u.billed - u.paid) filter (where u.status = 'di_luar_plafon_24'), 0)::bigint as amount_beyond,
    max(p.last_paid_on) as last_paid_on,
    max(k.arrears_as_of) as payments_until,
    -- The shares of a bill are known where the members and wages of that month come to it, to the rupiah. A fifth of the
    -- bill would be a guess: extra family is borne by the worker alone, and shares are rounded worker by worker.
    array_agg(
        row(
            u.month, null, r.base, r.employer_share, r.worker_share, u.billed, u.billed, u.paid, u.billed - u.paid, u.status
        )::audit.contribution_line order by u.month
    ) as money,
    array_agg(row('bill', u.batch_id, u.line)::audit.source_line order by u.month)
        || array_remove((array_agg(p.last_payment))[1:1], null) as sources
from unpaid as u
cross join work.coverage as k
left join work.paid as p using (business_id)
left join work.recalculated as r
    on r.business_id = u.business_id and r.month = u.month and r.basis = 'listed_wages' and r.total = u.billed
group by u.business_id
