-- code: TKA-01H
-- title: Jumlah tenaga kerja asing lebih banyak daripada yang diketahui
-- title_en: More foreign workers are counted than are known
-- subject: business
-- strength: indication
-- path: administrative
-- amount: none
-- cites: UU-24-2011:14, UU-24-2011:15(1), PP-86-2013:3(1)a
-- reads: business, foreigner_count, foreign_person, enrolment, member_list, scope
-- evidence: foreigners, named_foreigners, workers, enrolled, headcount_on, member_list_on
-- explanation: WLKP {headcount_on} menyebut {foreigners} tenaga kerja asing di antara {workers} pekerja; {named_foreigners} di antaranya dikenal dengan nama. Terdaftar {enrolled} pekerja dalam daftar peserta {member_list_on}.
-- explanation_en: WLKP of {headcount_on} counts {foreigners} foreign workers among {workers} workers; {named_foreigners} of them are known by name. {enrolled} workers are enrolled in the member list of {member_list_on}.
-- question: Siapa tenaga kerja asing itu, dan sejak kapan mereka bekerja di Indonesia?
-- question_en: Who are these foreigners, and since when do they work in Indonesia?
-- [tested]
select c.business_id, 1 as subjects
from work.foreigner_count as c
inner join work.business as b using (business_id)
inner join work.member_list as l using (business_id)
cross join work.scope as s
where b.registered and b.active and l.listed_on >= date_trunc('month', c.counted_on)
    and c.counted_on > s.as_of - make_interval(months => law.setting('foreigner_count_max_age_months', s.as_of)::integer)
-- [not judged]
select b.business_id, case
        when c.business_id is null then 'no_foreigner_count'
        when c.counted_on <= s.as_of - make_interval(months => law.setting('foreigner_count_max_age_months', s.as_of)::integer)
            then 'foreigner_count_too_old'
        when l.business_id is null then 'no_member_list'
        else 'member_list_too_old'
    end as reason, 1 as subjects
from work.business as b
cross join work.scope as s
left join work.foreigner_count as c using (business_id)
left join work.member_list as l using (business_id)
where b.registered and b.active
    and not coalesce(
        l.listed_on >= date_trunc('month', c.counted_on)
            and c.counted_on > s.as_of - make_interval(months => law.setting('foreigner_count_max_age_months', s.as_of)::integer),
        false)
-- [violations]
with enrolled as (
    select e.business_id, count(distinct e.person_id) as workers
    from work.enrolment as e
    inner join work.foreigner_count as c using (business_id)
    cross join work.scope as s
    where c.foreigners > 0 and e.valid_from <= s.as_of and e.valid_to > s.as_of
    group by e.business_id
),

named as (
    select f.business_id, count(*) as foreigners
    from work.foreign_person as f
    group by f.business_id
)

select
    b.business_id,
    null::bigint as person_id,
    null::bigint as amount,
    date_trunc('month', c.counted_on)::date as since,
    c.foreigners,
    coalesce(n.foreigners, 0) as named_foreigners,
    c.workers,
    coalesce(e.workers, 0) as enrolled,
    c.counted_on as headcount_on,
    l.listed_on as member_list_on,
    '{}'::audit.money_line[] as money,
    array[row(c.source, c.batch_id, c.line)::audit.source_line] as sources
from work.foreigner_count as c
inner join work.business as b using (business_id)
inner join work.member_list as l using (business_id)
cross join work.scope as s
left join enrolled as e using (business_id)
left join named as n using (business_id)
where b.registered and b.active and l.listed_on >= date_trunc('month', c.counted_on)
    and c.counted_on > s.as_of - make_interval(months => law.setting('foreigner_count_max_age_months', s.as_of)::integer)
    and c.foreigners > coalesce(n.foreigners, 0)
    -- Where as many are enrolled as there are workers, the foreigners are among them.
    and coalesce(e.workers, 0) < c.workers
