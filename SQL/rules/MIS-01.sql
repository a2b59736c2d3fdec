-- code: MIS-01
-- title: Status kerja perlu diperiksa
-- title_en: Employment status in question
-- subject: worker
-- strength: presumption, indication
-- path: labour-norm
-- amount: none
-- cites: UU-6-2023, PP-35-2021:PKWT, UU-24-2011:15(1)
-- reads: business, stated_status, workforce, wage_list, wage_month, parameter, tariff, foreign_person
-- evidence: status, grounds, month, hired_on, contract_until, full_wage_months, floor
-- explanation: Daftar pekerja menyebut status {status} ({month}), tetapi {grounds}. Bila hubungan kerjanya sebenarnya tetap, status itu perlu diperbaiki oleh pengawas ketenagakerjaan.
-- explanation_en: The worker list states the status {status} ({month}), but {grounds}. If the employment is in truth a permanent one, the labour inspector has the status put right.
-- question: Apa perjanjian kerjanya, adakah jeda antarkontrak atau pekerjaan yang selesai pada waktu tertentu, dan bagaimana pola kehadirannya?
-- question_en: What does the contract say, were there breaks between contracts or work that ends with a project, and what is the pattern of attendance?
-- [tested]
select j.business_id, count(*) as subjects
from (
    select t.business_id
    from work.stated_status as t
    inner join work.business as b using (business_id)
    inner join work.workforce as w using (business_id, person_id)
    inner join work.parameter as p on p.name = 'pkwt_max_months'
    where b.active and t.status = 'contract' and coalesce(t.hired_on, w.hired_on) is not null
        and (t.business_id, t.person_id) not in (select f.business_id, f.person_id from work.foreign_person as f)
    union all
    select f.business_id
    from work.full_pay as f
    inner join work.business as b using (business_id)
    where b.active and f.reason is null
) as j
group by j.business_id
-- [not judged]
select t.business_id, case when p.name is null then 'no_parameter:pkwt_max_months' else 'no_hire_date' end as reason,
    count(*) as subjects
from work.stated_status as t
inner join work.business as b using (business_id)
inner join work.workforce as w using (business_id, person_id)
left join work.parameter as p on p.name = 'pkwt_max_months'
where b.active and t.status = 'contract' and (p.name is null or coalesce(t.hired_on, w.hired_on) is null)
    and (t.business_id, t.person_id) not in (select f.business_id, f.person_id from work.foreign_person as f)
group by 1, 2
union all
select f.business_id, f.reason, count(*)
from work.full_pay as f
inner join work.business as b using (business_id)
where b.active and f.reason is not null
group by f.business_id, f.reason
-- [violations]
-- A contract that itself runs longer than the law allows is likely no longer one. Long service under contract is a sign
-- alone: there may have been breaks, or work that ends with a project. Foreigners may be employed for a fixed time only (UU
-- 13/2003 Pasal 42 ayat (4)): their contracts say nothing here.
select
    t.business_id,
    t.person_id,
    case when t.contract_until >= l.limit_on then 'presumption' else 'indication' end as strength,
    null::bigint as amount,
    date_trunc('month', least(t.month, l.limit_on))::date as since,
    t.status,
    case when t.contract_until >= l.limit_on then 'contract_too_long' else 'long_service' end as grounds,
    t.month,
    l.hired_on,
    t.contract_until,
    null::bigint as full_wage_months,
    null::bigint as floor,
    '{}'::audit.money_line[] as money,
    array[row('payroll', t.batch_id, t.line)::audit.source_line] as sources
from work.stated_status as t
inner join work.business as b using (business_id)
inner join work.workforce as w using (business_id, person_id)
inner join work.parameter as p on p.name = 'pkwt_max_months'
cross join lateral (
    select
        coalesce(t.hired_on, w.hired_on) as hired_on,
        (coalesce(t.hired_on, w.hired_on) + make_interval(months => p.value::integer))::date as limit_on
) as l
where b.active and t.status = 'contract' and (t.contract_until >= l.limit_on or t.month >= l.limit_on)
    and (t.business_id, t.person_id) not in (select f.business_id, f.person_id from work.foreign_person as f)
union all
-- Part-time work may be paid well: with it a full wage is a sign alone.
select
    f.business_id, f.person_id, case f.status when 'part_time' then 'indication' else 'presumption' end, null, f.first_month,
    f.status, 'full_wage', f.stated_in, null, null, f.months, f.floor, '{}',
    row('payroll', f.batch_id, f.line)::audit.source_line || f.sources
from work.full_pay as f
inner join work.business as b using (business_id)
where b.active and f.reason is null and f.full_months = f.months
