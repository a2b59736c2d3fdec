-- code: IUR-01T
-- title: Pembayaran tidak mencapai iuran menurut jumlah upah
-- title_en: Payments below the contribution by wages in sum
-- subject: business
-- strength: indication
-- path: collection
-- amount: none
-- cites: UU-24-2011:19(1), UU-24-2011:19(2), PERPRES-82-2018:39
-- reads: coverage, business, headcount, total_due, total_paid, billed, later_bill
-- evidence: months, oldest_month, newest_month, due, paid, last_paid_on, payments_until
-- explanation: Tagihan tidak tersedia. Menurut jumlah pekerja dan upah iuran seluruh bulan sampai {newest_month} diperkirakan {due}, dibayar {paid}: {months} bulan sejak {oldest_month} tidak atau kurang dibayar.
-- explanation_en: There are no bills. By the numbers of workers and their wages the contribution of all months up to {newest_month} comes to about {due}, and {paid} was paid: {months} months since {oldest_month} are not paid, or not in full.
-- question: Berapa tagihan bulan-bulan itu, dan adakah pembayaran yang belum tercatat atau pekerja dengan upah di atas batas atas?
-- question_en: What were the bills of those months, and are there payments that are not on record, or workers with a wage above the cap?
-- [tested]
select distinct t.business_id, 1 as subjects from work.total_due as t
-- [not judged]
select distinct b.business_id, 'no_payment_list' as reason, 1 as subjects
from work.business as b
inner join work.headcount as h on h.identity_id = b.business_id
cross join work.coverage as k
where b.registered and b.active and h.wages > 0 and k.payments_until is null
    and not exists (select from work.billed as l where l.business_id = b.business_id)
-- [violations]
with short as (
    select t.*, p.paid, p.last_paid_on
    from work.total_due as t
    inner join work.total_paid as p using (business_id)
    cross join work.scope as s
    where t.due_to_date > p.paid
        and (
            -- More is missing than averages hide; or nothing has come since the month began, and more than those of one month hide.
            t.due_to_date * (100 - law.setting('wage_total_tolerance', s.as_of)) > p.paid * 100
            or coalesce(p.last_paid_on < t.month, true)
                and (t.due_to_date - p.paid) * 100 > t.due * law.setting('wage_total_tolerance', s.as_of)
        )
)

select
    s.business_id,
    null::bigint as person_id,
    null::bigint as amount,
    min(s.month) as since,
    count(*) as months,
    min(s.month) as oldest_month,
    max(s.month) as newest_month,
    max(s.due_to_date) as due,
    max(s.paid) as paid,
    max(s.last_paid_on) as last_paid_on,
    max(k.arrears_as_of) as payments_until,
    '{}'::audit.money_line[] as money,
    array_agg(row(s.source, s.batch_id, s.line)::audit.source_line order by s.month) as sources
from short as s
cross join work.coverage as k
group by s.business_id
