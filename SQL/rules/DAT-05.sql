-- code: DAT-05
-- title: NIK peserta diragukan
-- title_en: NIK of a member in doubt
-- subject: worker
-- strength: presumption, indication
-- path: data-correction
-- amount: none
-- cites: PP-86-2013:3(1)b, UU-24-2011:15(2), UU-24-2011:15(1)
-- reads: business, enrolment, enrolled_again, member_count, member_list, outside_enrolment, doubtful_nik
-- evidence: doubt, employers, member_list_on
-- explanation: Dalam daftar peserta {member_list_on}: {doubt}. Pemberi kerja yang mendaftarkannya pada waktu yang sama: {employers}.
-- explanation_en: In the member list of {member_list_on}: {doubt}. Employers that enrol the worker at the same time: {employers}.
-- question: Apakah NIK ini sudah dicocokkan dengan Dukcapil, dan apakah orang itu bekerja pada lebih dari satu pemberi kerja? Masing-masing pemberi kerja membayar iuran pekerjanya.
-- question_en: Has this NIK been checked with the population register, and does the person work for more than one employer? Each employer pays for its own workers.
-- [tested]
select m.business_id, m.members as subjects
from work.member_count as m
inner join work.member_list as l using (business_id)
inner join work.business as b using (business_id)
cross join work.scope as s
where b.registered and b.active and l.listed_on >= s.month
-- [not judged]
select m.business_id, 'member_list_too_old' as reason, m.members as subjects
from work.member_count as m
inner join work.member_list as l using (business_id)
inner join work.business as b using (business_id)
cross join work.scope as s
where b.registered and b.active and l.listed_on < s.month
union all
select b.business_id, case when l.business_id is null then 'no_member_list' else 'member_list_incomplete' end, 1
from work.business as b
left join work.member_list as l using (business_id)
where b.registered and b.active and (l.business_id is null or l.incomplete)
-- [violations]
with asked as (
    select a.person_id from work.enrolled_again as a
    union
    select o.person_id from work.outside_enrolment as o
    union
    select d.person_id from work.doubtful_nik as d
),

current as (
    -- One NIK under two numbers of one employer, or twice in its list, is one enrolment.
    select distinct on (e.business_id, e.person_id)
        e.business_id, e.person_id, e.valid_from, e.listed_on, e.batch_id, e.line
    from asked
    inner join work.enrolment as e using (person_id)
    inner join work.business as b using (business_id)
    cross join work.scope as s
    where b.registered and b.active and e.valid_from <= s.as_of and e.valid_to > s.as_of and e.listed_on >= s.month
    order by e.business_id, e.person_id, e.valid_from
),

-- Whoever changes employers within a month may be in both lists in it.
settled as (
    select c.person_id, c.business_id from current as c cross join work.scope as s where c.valid_from <= s.month
    union all
    select o.person_id, o.business_id
    from work.outside_enrolment as o
    cross join work.scope as s
    where o.active and o.valid_from <= s.month and o.valid_to > s.as_of and o.listed_on >= s.month
),

twice as (
    select p.person_id, count(distinct p.business_id) as employers
    from settled as p
    group by p.person_id
    having min(p.business_id) <> max(p.business_id)
)

select
    c.business_id,
    c.person_id,
    case when d.doubt = 'nik_date' then 'presumption' else 'indication' end as strength,
    null::bigint as amount,
    s.month as since,
    coalesce(d.doubt, 'two_employers') as doubt,
    case when t.person_id is null or c.valid_from > s.month then 1 else t.employers end as employers,
    c.listed_on as member_list_on,
    '{}'::audit.money_line[] as money,
    array[row('enrolment', c.batch_id, c.line)::audit.source_line] as sources
from current as c
cross join work.scope as s
left join work.doubtful_nik as d using (person_id)
left join twice as t using (person_id)
where d.person_id is not null or t.person_id is not null and c.valid_from <= s.month
