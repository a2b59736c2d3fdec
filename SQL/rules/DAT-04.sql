-- code: DAT-04
-- title: Perubahan data terlambat atau tidak dilaporkan
-- title_en: Change of data reported late or not at all
-- subject: worker
-- strength: presumption
-- path: data-correction
-- amount: none
-- cites: PERPRES-82-2018:22(2), UU-24-2011:15(2)
-- reads: business, data_change, departure_report, enrolment, member_list, unknown_person
-- evidence: lapse, changes, effective_on, report_until_on, reported_on, days_late, member_list_on
-- explanation: {lapse}. Perubahan berlaku {effective_on} dan paling lambat dilaporkan {report_until_on}; dilaporkan {reported_on}, masih tercantum dalam daftar peserta {member_list_on}: {days_late} hari lewat batas.
-- explanation_en: {lapse}. The change holds from {effective_on} and was to be reported by {report_until_on}; reported on {reported_on}, still in the member list of {member_list_on}: {days_late} days past the limit.
-- question: Kapan pekerja menyampaikan perubahan itu kepada badan usaha, dan apakah sudah dilaporkan dengan cara lain?
-- question_en: When did the worker tell the employer of the change, and has it been reported in another way?
-- [tested]
select t.business_id, count(*) as subjects
from (
    select c.business_id, c.person_id
    from work.data_change as c
    where c.reported_on is not null and c.report_until is not null
    union
    select d.business_id, d.person_id
    from work.departure_report as d
    inner join work.member_list as l using (business_id)
    where not d.is_dismissal and not d.is_form and d.reported_on is null
        and l.listed_on >= date_trunc('month', d.report_until) + interval '1 month'
) as t
inner join work.business as b using (business_id)
where b.registered and b.active
    and not exists (select from work.unknown_person as p where p.person_id = t.person_id)
group by t.business_id
-- [not judged]
select n.business_id, n.reason, count(distinct n.person_id) as subjects
from (
    select c.business_id, c.person_id, case
            when p.person_id is not null then 'no_nik'
            when c.report_until is null then 'no_parameter:DATA_CHANGE'
            else 'no_report_date'
        end as reason
    from work.data_change as c
    left join work.unknown_person as p using (person_id)
    where p.person_id is not null or c.report_until is null
        -- A departure that is not reported shows in the member list.
        or c.reported_on is null and not exists (
            select from work.departure_report as d
            where d.business_id = c.business_id and d.person_id = c.person_id and not d.is_form
        )
    union all
    select d.business_id, d.person_id, case
            when p.person_id is not null then 'no_nik'
            when d.report_until is null then 'no_parameter:DATA_CHANGE'
            when d.is_dismissal then 'benefit_after_dismissal'
            when l.business_id is null then 'no_member_list'
            else 'member_list_too_old'
        end
    from work.departure_report as d
    left join work.member_list as l using (business_id)
    left join work.unknown_person as p using (person_id)
    where not d.is_form and d.reported_on is null
        and (
            p.person_id is not null or d.report_until is null or d.is_dismissal or l.business_id is null
            or l.listed_on < date_trunc('month', d.report_until) + interval '1 month'
        )
) as n
inner join work.business as b using (business_id)
where b.registered and b.active
group by n.business_id, n.reason
union all
select b.business_id, 'no_change_list', 1
from work.business as b
where b.registered and b.active
    and not exists (select from work.data_change as c where c.business_id = b.business_id)
    and not exists (select from work.departure_report as d where d.business_id = b.business_id)
-- [violations]
-- The law counts from the day on which the worker tells the employer; lists give the day from which the change holds. That is
-- why nothing here is more than a presumption. Being late breaks no duty that PP 86/2013 sanctions: its path is guidance (pembinaan).
with late as (
    select
        c.business_id, c.person_id, 'late_report' as lapse, c.effective_on, c.report_until, c.reported_on,
        c.reported_on - c.report_until as days_late, null::date as member_list_on, array[c.source] as sources
    from work.data_change as c
    where c.reported_on > c.report_until
),

-- Membership ends with a month: the worker must still be a member in the month after the last day to report.
unreported as (
    select
        d.business_id, d.person_id, 'departure_not_reported' as lapse, d.left_on as effective_on, d.report_until,
        null::date as reported_on, l.listed_on - d.report_until as days_late, l.listed_on as member_list_on,
        array[
            row('payroll', d.batch_id, d.line)::audit.source_line, row('enrolment', e.batch_id, e.line)::audit.source_line
        ] as sources
    from work.departure_report as d
    inner join work.member_list as l using (business_id)
    inner join work.enrolment as e using (business_id, person_id)
    where not d.is_dismissal and not d.is_form and d.reported_on is null
        and l.listed_on >= date_trunc('month', d.report_until) + interval '1 month'
        and e.valid_from <= d.left_on and e.valid_to > l.listed_on
),

change as (
    select * from late
    union all
    select * from unreported
),

-- One finding for a worker: the change that is latest stands for all, one that is not reported yet before others.
newest as (
    select distinct on (c.business_id, c.person_id) c.*, count(*) over (partition by c.business_id, c.person_id) as changes
    from change as c
    order by c.business_id, c.person_id, c.reported_on is not null, c.effective_on desc
)

select
    c.business_id,
    c.person_id,
    null::bigint as amount,
    date_trunc('month', c.effective_on)::date as since,
    c.lapse,
    c.changes,
    c.effective_on,
    c.report_until as report_until_on,
    c.reported_on,
    c.days_late,
    c.member_list_on,
    '{}'::audit.money_line[] as money,
    c.sources
from newest as c
inner join work.business as b using (business_id)
where b.registered and b.active
    and not exists (select from work.unknown_person as p where p.person_id = c.person_id)
