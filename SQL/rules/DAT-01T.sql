-- code: DAT-01T
-- title: Jumlah upah lebih tinggi daripada yang dilaporkan
-- title_en: Wages in sum higher than those reported
-- subject: business
-- strength: indication
-- path: administrative
-- amount: none
-- cites: UU-24-2011:15(2), PP-86-2013:3(1)b, PP-86-2013:13(3)a, PERPRES-82-2018:30
-- reads: wage_total
-- evidence: month, workers, wages, average_wage, registered, registered_wages, average_registered, reported_by, cap
-- explanation: Upah seluruh {workers} pekerja pada {month} berjumlah {wages}, rata-rata {average_wage}; menurut {reported_by} untuk {registered} peserta dilaporkan {registered_wages}, rata-rata {average_registered}. Setiap jumlah dihitung paling tinggi sebesar batas atas upah {cap} kali jumlah orangnya; satu upah yang jauh di atas batas atas dapat menjelaskan selisihnya.
-- explanation_en: The wages of all {workers} workers in {month} come to {wages}, {average_wage} on average; according to {reported_by} {registered_wages} are reported for {registered} participants, {average_registered} on average. Each sum counts up to the wage cap of {cap} times the number of people; a single wage far above the cap can explain the difference.
-- question: Apakah jumlah upah itu hanya memuat gaji pokok dan tunjangan tetap, dan adakah pekerja dengan upah di atas batas atas atau pekerja bergaji tinggi yang belum didaftarkan?
-- question_en: Does that sum hold basic wages and fixed allowances only, and are there workers with a wage above the cap, or well-paid workers who are not enrolled?
-- [tested]
select w.business_id, 1 as subjects from work.wage_total as w where w.missing is null
-- [not judged]
select w.business_id, w.missing as reason, 1 as subjects from work.wage_total as w where w.missing is not null
-- [violations]
select
    w.business_id,
    null::bigint as person_id,
    null::bigint as amount,
    w.month as since,
    w.month,
    w.workers,
    w.wages,
    w.counted_wages / w.workers as average_wage,
    w.participants as registered,
    w.reported as registered_wages,
    w.counted_reported / w.participants as average_registered,
    w.basis as reported_by,
    w.cap,
    '{}'::audit.money_line[] as money,
    array[row(w.source, w.batch_id, w.line)::audit.source_line]
        || case when w.bill_batch is not null then array[row('bill', w.bill_batch, w.bill_line)::audit.source_line] end as sources
from work.wage_total as w
where w.missing is null
    and w.counted_wages::numeric * w.participants * 100 > w.counted_reported::numeric * w.workers * (100 + w.tolerance)
