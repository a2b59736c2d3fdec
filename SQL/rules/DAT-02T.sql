-- code: DAT-02T
-- title: Rata-rata upah dilaporkan di bawah upah minimum
-- title_en: Wages reported below the minimum wage on average
-- subject: business
-- strength: presumption
-- path: labour-norm
-- amount: monthly
-- cites: PERPRES-64-2020:32(2)
-- reads: business, reported_total
-- evidence: month, registered, registered_wages, average_registered, floor, billed
-- explanation: Untuk {registered} peserta pada {month} dilaporkan upah {registered_wages}, rata-rata {average_registered}: lebih rendah daripada upah minimum {floor}, sehingga sekurang-kurangnya satu upah di bawahnya. Iuran dihitung dari upah minimum dan norma pengupahan diteruskan kepada pengawas ketenagakerjaan.
-- explanation_en: For {registered} participants wages of {registered_wages} are reported in {month}, {average_registered} on average: below the minimum wage of {floor}, so that one wage at the least is. The contribution is computed from the minimum wage and the wage norm is referred to the labour inspector.
-- question: Apakah badan usaha tergolong usaha mikro atau kecil yang dikecualikan dari upah minimum, dan apakah jumlah peserta itu tanpa anggota keluarga?
-- question_en: Is the employer a micro or small business that is exempt from the minimum wage, and does that number of participants leave family members out?
-- [tested]
select t.business_id, 1 as subjects from work.reported_total as t where t.missing is null
-- [not judged]
select t.business_id, t.missing as reason, 1 as subjects from work.reported_total as t where t.missing is not null
-- [violations]
select
    t.business_id,
    null::bigint as person_id,
    -- At the least: whoever has more than the minimum wage leaves the others with less.
    case when t.floor_bill is null then t.registered * (t.due_at_floor - t.due_as_reported) else 0 end as amount,
    t.month as since,
    t.month,
    t.registered,
    t.registered_wages,
    t.average as average_registered,
    t.floor,
    t.floor_bill as billed,
    array_remove(array[case when t.floor_bill is null then row(
        t.month, t.registered_wages, t.registered * t.floor, t.registered * t.employer_share, t.registered * t.worker_share,
        t.registered * t.due_at_floor, t.registered * t.due_as_reported, t.registered * (t.due_at_floor - t.due_as_reported)
    )::audit.money_line end], null) as money,
    array[row(t.source, t.batch_id, t.line)::audit.source_line] as sources
from work.reported_total as t
where t.missing is null and t.registered_wages < t.registered * t.floor
