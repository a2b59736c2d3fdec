-- code: DAT-01H
-- title: Hampir semua upah dilaporkan tepat sebesar upah minimum
-- title_en: Nearly all wages reported at exactly the minimum wage
-- subject: business
-- strength: indication
-- path: administrative
-- amount: none
-- cites: UU-24-2011:15(2), PP-86-2013:3(1)b, PERPRES-64-2020:32(2)
-- reads: business, enrolment, member_list, tariff, wage_share
-- evidence: month, workers, at_floor, share_percent, floor
-- explanation: Dari {workers} pekerja, {at_floor} ({share_percent} %) dilaporkan dengan upah tepat {floor}, upah minimum untuk {month}.
-- explanation_en: Of {workers} workers, {at_floor} ({share_percent} %) are reported with a wage of exactly {floor}, the minimum wage of {month}.
-- question: Apakah daftar gaji badan usaha memuat upah yang lebih tinggi?
-- question_en: Does the employer's payroll have higher wages?
-- [tested]
select w.business_id, 1 as subjects from work.wage_share as w where w.missing is null
-- [not judged]
select w.business_id, w.missing as reason, 1 as subjects
from work.wage_share as w
where w.missing is not null
union all
select b.business_id, 'no_member_list', 1
from work.business as b
where b.registered and b.active
    and not exists (select from work.member_list as l where l.business_id = b.business_id)
-- [violations]
select
    w.business_id,
    null::bigint as person_id,
    null::bigint as amount,
    s.month as since,
    s.month,
    w.workers,
    w.at_floor,
    w.at_floor * 100 / w.workers as share_percent,
    w.floor,
    '{}'::audit.money_line[] as money,
    -- The first of them; all would be the list.
    array(
        select row('enrolment', e.batch_id, e.line)::audit.source_line
        from work.enrolment as e
        where e.business_id = w.business_id and e.wage = w.floor and e.valid_from <= s.as_of and e.valid_to > s.as_of
        order by e.batch_id, e.line
        limit 1
    ) as sources
from work.wage_share as w
cross join work.scope as s
where w.missing is null and w.at_floor >= w.least_workers and w.at_floor * 100 >= w.least_share * w.workers
