-- code: IUR-03
-- title: Iuran dipotong tetapi tidak disetor
-- title_en: Contribution withheld from workers and not remitted
-- subject: business
-- strength: presumption
-- path: criminal-referral
-- amount: included
-- cites: UU-24-2011:19(1), UU-24-2011:55
-- reads: business, coverage, limits, bill, unpaid, withheld, unenrolled
-- evidence: months, oldest_month, newest_month, workers, unenrolled, deducted, billed, paid, payments_until
-- explanation: Daftar gaji atau rekapitulasinya menunjukkan potongan iuran {deducted} dari {workers} pekerja dalam {months} bulan, {oldest_month} sampai {newest_month}, yang iurannya belum disetor seluruhnya: ditagih {billed}, disetor {paid}. Di antara mereka, yang tidak terdaftar sehingga iurannya tidak ada dalam tagihan mana pun: {unenrolled} pekerja. Jumlahnya termasuk tunggakan iuran (IUR-01) atau iuran pekerja yang belum didaftarkan (REG-02). Penerusan untuk penyidikan selalu diputuskan oleh pejabat.
-- explanation_en: The payroll, or a total of it, shows {deducted} withheld from {workers} workers in {months} months, {oldest_month} to {newest_month}, whose contribution has not been remitted in full: billed {billed}, remitted {paid}. Not enrolled among them, so that no bill has their contribution: {unenrolled}. The amount is part of the arrears (IUR-01) or of the contribution of workers who are not registered (REG-02). Whether it is referred for investigation is always a person's decision.
-- question: Apakah potongan itu benar-benar dilakukan, dan untuk bulan iuran yang mana?
-- question_en: Was the amount really withheld, and for which month's contribution?
-- [tested]
select distinct d.business_id, 1 as subjects
from work.withheld as d
inner join work.bill as l using (business_id, month)
cross join work.coverage as k
where k.payments_until is not null and l.ended and not l.after_closing
-- [not judged]
select distinct d.business_id, case
        when k.payments_until is null then 'no_payment_list'
        when m.next_month > k.payments_until then 'payments_too_old'
        when l.after_closing then 'billed_after_closing'
        else 'no_bill_for_month'
    end as reason, 1 as subjects
from work.withheld as d
inner join work.business as b using (business_id)
cross join work.scope as s
cross join work.coverage as k
cross join lateral (select (d.month + interval '1 month')::date as next_month) as m
left join work.bill as l on l.business_id = d.business_id and l.month = d.month
where d.deducted > 0 and m.next_month <= s.as_of and not coalesce(k.payments_until is not null and l.ended and not l.after_closing, false)
-- [violations]
with withheld as (
    select
        d.*, l.billed, coalesce(p.paid, l.billed) as paid, l.batch_id as bill_batch, l.line as bill_line,
        u.person_id is not null as unenrolled
    from work.withheld as d
    inner join work.bill as l using (business_id, month)
    left join work.unpaid as p using (business_id, month)
    -- Whoever is not enrolled is on no bill: what was withheld is in no remittance.
    left join work.unenrolled as u
        on u.business_id = d.business_id and u.person_id = d.person_id and u.month = d.month and u.is_missing and not u.said_gone
    cross join work.coverage as k
    cross join work.limits as c
    where d.deducted > 0 and k.payments_until is not null and l.ended and not l.after_closing
        -- A few rupiah that shares were rounded by are nobody's withheld contribution.
        and (u.person_id is not null or p.billed - p.paid > 2 * p.members_to_date * c.share_tolerance)
),

-- Which share a part payment was for nobody says: of what was withheld at most the unpaid part was kept back.
kept as (
    select
        w.business_id, w.month, w.billed, w.paid, w.bill_batch, w.bill_line,
        sum(w.deducted)::bigint as deducted,
        (
            coalesce(sum(w.deducted) filter (where w.unenrolled), 0)
            + least(coalesce(sum(w.deducted) filter (where not w.unenrolled), 0), w.billed - w.paid)
        )::bigint as amount
    from withheld as w
    group by w.business_id, w.month, w.billed, w.paid, w.bill_batch, w.bill_line
),

worker as (
    select
        w.business_id,
        greatest(count(distinct w.person_id), max(w.workers)) as workers,
        count(distinct w.person_id) filter (where w.unenrolled) as unenrolled,
        array_agg(row(w.source_kind, w.batch_id, w.line)::audit.source_line order by w.batch_id, w.line) as sources
    from withheld as w
    group by w.business_id
)

select
    n.business_id,
    null::bigint as person_id,
    sum(n.amount)::bigint as amount,
    min(n.month) as since,
    count(*) as months,
    min(n.month) as oldest_month,
    max(n.month) as newest_month,
    w.workers,
    w.unenrolled,
    sum(n.deducted)::bigint as deducted,
    sum(n.billed)::bigint as billed,
    sum(n.paid)::bigint as paid,
    k.arrears_as_of as payments_until,
    array_agg(
        row(n.month, null, null, null, n.deducted, n.billed, n.billed, n.paid, n.amount, 'withheld')::audit.contribution_line
        order by n.month
    ) as money,
    array_agg(row('bill', n.bill_batch, n.bill_line)::audit.source_line order by n.month) || w.sources as sources
from kept as n
inner join worker as w using (business_id)
cross join work.coverage as k
group by n.business_id, w.workers, w.unenrolled, w.sources, k.arrears_as_of
