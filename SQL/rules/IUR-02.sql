-- code: IUR-02
-- title: Kurang bayar iuran
-- title_en: Contribution billed and paid too low
-- subject: business
-- strength: presumption
-- path: collection
-- amount: arrears
-- cites: UU-24-2011:19(1), UU-24-2011:19(2), PERPRES-82-2018:30, PERPRES-82-2018:39
-- reads: business, coverage, billed, list_month, enrolment, recalculated, recalculation_asked, enrolled_twice
-- evidence: months, oldest_month, newest_month, due, billed, prepaid, listed_on, payments_until
-- explanation: Tagihan {months} bulan, {oldest_month} sampai {newest_month}, sejumlah {billed} lebih rendah daripada iuran peserta yang terdaftar pada bulan itu, {due}. Kelebihan bayar {prepaid} telah diperhitungkan; bulan tanpa daftar peserta sendiri dihitung paling rendah, dari upah minimum; daftar terbaru per {listed_on}.
-- explanation_en: The bills of {months} months, {oldest_month} to {newest_month}, {billed} in all, are lower than the contribution of the members enrolled in those months, {due}. Overpayments of {prepaid} have been set off; months without a member list of their own are computed at the least, from the minimum wage; the newest list is of {listed_on}.
-- question: Apakah peserta didaftarkan dengan tanggal mundur, atau upahnya diubah, setelah tagihan bulan itu terbit? Apakah badan usaha pada bulan itu dikecualikan dari upah minimum (usaha mikro atau kecil) atau berada di wilayah lain?
-- question_en: Were members enrolled with an earlier date, or wages changed, after the bill of the month had been made? Was the employer exempt from the minimum wage in that month (micro or small business), or in another region?
-- [tested]
select a.business_id, 1 as subjects from work.recalculation_asked as a where a.reason is null
-- [not judged]
select a.business_id, a.reason, 1 as subjects from work.recalculation_asked as a where a.reason is not null
union all
select distinct r.business_id, 'enrolled_twice', 1
from work.recalculated as r
inner join work.enrolled_twice as t using (business_id)
cross join work.coverage as k
where k.payments_until is not null and r.total > r.billed + r.tolerance
union all
select b.business_id, 'no_bills', 1
from work.business as b
where b.registered and b.active
    and not exists (select from work.billed as l where l.business_id = b.business_id)
-- [violations]
-- What is missing on the bill, never what is missing of the bill: that is IUR-01.
with short as (
    select r.*, r.total - r.billed as short
    from work.recalculated as r
    cross join work.coverage as k
    where k.payments_until is not null and r.total > r.billed + r.tolerance
        and not exists (select from work.enrolled_twice as t where t.business_id = r.business_id)
),

-- Whoever has paid more than all bills has paid what they lack.
prepaid as (
    select b.business_id, greatest(0, b.paid - b.billed) as amount from work.billed as b
),

member as (
    select e.business_id, array_agg(row('enrolment', e.batch_id, e.line)::audit.source_line order by e.batch_id, e.line) as sources
    from work.enrolment as e
    where e.business_id in (select s.business_id from short as s)
    group by e.business_id
)

select
    s.business_id,
    null::bigint as person_id,
    sum(s.short)::bigint - p.amount as amount,
    min(s.month) as since,
    count(*) as months,
    min(s.month) as oldest_month,
    max(s.month) as newest_month,
    sum(s.total)::bigint as due,
    sum(s.billed)::bigint as billed,
    p.amount as prepaid,
    m.listed_on,
    k.arrears_as_of as payments_until,
    array_agg(
        row(
            s.month, null, s.base, s.employer_share, s.worker_share, s.total, s.billed, s.paid, s.short, s.basis
        )::audit.contribution_line order by s.month
    ) as money,
    array_agg(row('bill', s.batch_id, s.line)::audit.source_line order by s.month)
        || array_agg(row('enrolment', s.list_batch, s.list_line)::audit.source_line order by s.month) filter (where s.list_batch > 0)
        || case when bool_or(s.list_batch is null) then e.sources end as sources
from short as s
inner join prepaid as p using (business_id)
inner join member as e using (business_id)
inner join work.list_month as m using (business_id)
cross join work.coverage as k
group by s.business_id, p.amount, m.listed_on, k.arrears_as_of, e.sources
having sum(s.short) - p.amount > sum(s.tolerance)
