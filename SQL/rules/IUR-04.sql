-- code: IUR-04
-- title: Potongan iuran pekerja melebihi bagiannya
-- title_en: Worker charged more than the worker's share
-- subject: worker
-- strength: presumption
-- path: collection
-- amount: refund
-- cites: PERPRES-82-2018:30, UU-24-2011:19(1), UU-24-2011:19(2)
-- reads: charge
-- evidence: months, oldest_month, newest_month, wage, base, extra_family, deducted, lawful
-- explanation: Dari upah pekerja dipotong {deducted} dalam {months} bulan, {oldest_month} sampai {newest_month}, padahal bagian pekerja hanya {lawful}: 1 % dari dasar iuran {base}, ditambah 1 % bagi setiap anggota keluarga tambahan ({extra_family}). Kelebihannya dikembalikan kepada pekerja; bagian pemberi kerja tidak boleh dibebankan kepada pekerja. Diteruskan juga kepada pengawas ketenagakerjaan.
-- explanation_en: {deducted} was withheld from the worker's pay in {months} months, {oldest_month} to {newest_month}, although the worker's share is {lawful} only: 1 % of the contribution base {base}, and 1 % for each extra family member ({extra_family}). The excess goes back to the worker; the employer's share must not be charged to workers. Also referred to the labour inspector.
-- question: Apakah potongan itu mencakup anggota keluarga tambahan lain, atau iuran bulan sebelumnya?
-- question_en: Does the deduction cover other extra family members, or the contribution of earlier months?
-- [tested]
select c.business_id, count(distinct c.person_id) as subjects
from work.charge as c
where c.missing is null
group by c.business_id
-- [not judged]
select c.business_id, c.missing as reason, count(distinct c.person_id) as subjects
from work.charge as c
where c.missing is not null and c.deducted > 0
group by c.business_id, c.missing
-- [violations]
select
    c.business_id,
    c.person_id,
    sum(c.deducted - c.lawful)::bigint as amount,
    min(c.month) as since,
    count(*) as months,
    min(c.month) as oldest_month,
    max(c.month) as newest_month,
    (array_agg(c.wage order by c.month desc))[1] as wage,
    (array_agg(c.base order by c.month desc))[1] as base,
    coalesce((array_agg(c.extra_family order by c.month desc))[1], 0) as extra_family,
    sum(c.deducted)::bigint as deducted,
    sum(c.lawful)::bigint as lawful,
    array_agg(
        row(
            c.month, c.wage, c.base, null, c.lawful, c.lawful, null, c.deducted, c.deducted - c.lawful, 'overcharged'
        )::audit.contribution_line order by c.month
    ) as money,
    array_agg(row(c.source_kind, c.batch_id, c.line)::audit.source_line order by c.month)
        || array_remove(
            (array_agg(
                case when c.enrolment_batch is not null
                    then row('enrolment', c.enrolment_batch, c.enrolment_line)::audit.source_line end
                order by c.month desc
            ))[1:1], null) as sources
from work.charge as c
where c.missing is null and c.deducted > c.lawful + c.tolerance
group by c.business_id, c.person_id
