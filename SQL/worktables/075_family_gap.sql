-- Workers of whose families an employer's list tells something, and who of them is missing in the member lists. The duty
-- covers the worker, one spouse and so many children as the parameter covered_family leaves; a member whom any member list
-- has, as worker or as family, or who takes part through an employer by a list of segments, is not missing.
-- known_by: family_list (the list names the members), marital_status (it says that the worker is married, and no more).
-- reason: why the worker cannot be judged.
create unlogged table work.family_gap as
with term as (
    select
        s.as_of,
        (select p.value from reference.parameter as p where p.name = 'covered_family' and p.period @> s.as_of) as covered_family,
        (select p.value from reference.parameter as p where p.name = 'child_age_limit' and p.period @> s.as_of) as age_limit,
        (select p.value from reference.parameter as p where p.name = 'child_study_age_limit' and p.period @> s.as_of)
            as study_age_limit,
        (s.month - make_interval(months => law.setting('roster_max_age_months', s.as_of)::integer))::date as oldest
    from work.scope as s
),

asked as (
    select business_id, worker_id from work.family_listed
    union
    select business_id, worker_id from work.married
),

-- Those enrolled by a registered employer, whose list of workers, where it is whole, still has them.
worker as (
    select e.business_id, e.person_id as worker_id, l.listed_on as member_list_on, l.incomplete, l.list_id
    from asked as a
    inner join work.enrolment as e on e.business_id = a.business_id and e.person_id = a.worker_id
    inner join work.business as b on b.business_id = e.business_id
    inner join work.member_list as l on l.business_id = e.business_id
    left join work.roster as r on r.business_id = e.business_id
    cross join work.scope as s
    where b.registered and b.active and e.valid_from <= s.as_of and e.valid_to > s.as_of
        and not (
            coalesce(r.whole, false)
            and not exists (
                select from work.roster_line as n where n.business_id = e.business_id and n.person_id = e.person_id
            )
        )
    group by e.business_id, e.person_id, l.listed_on, l.incomplete, l.list_id
),

member as (
    select
        f.business_id, f.worker_id, f.relation, f.listed_on, f.known_on, f.report_until, f.is_form, f.fresh, f.batch_id, f.line,
        case
            when f.relation = 'spouse' then 'due'
            when f.birth_date is null then 'no_birth_date'
            when f.birth_date + make_interval(months => w.study_age_limit::integer) <= w.as_of then 'not_due'
            when f.birth_date + make_interval(months => w.age_limit::integer) <= w.as_of then 'child_may_study'
            else 'due'
        end as claim,
        f.newborn_until,
        exists (select from work.registered_family as r where r.person_id = f.person_id)
            or exists (
                select from work.segment as g
                where g.person_id = f.person_id and g.segment in ('PPU-BU', 'PPU-PN', 'BP')
            ) as is_registered
    from work.family_listed as f
    cross join term as w
),

-- Whom the member list has for the worker already.
enrolled as (
    select
        f.business_id, f.worker_id,
        count(*) filter (where f.relation = 'spouse') as spouses,
        count(*) filter (where f.relation = 'child') as children
    from work.family_enrolled as f
    group by f.business_id, f.worker_id
),

named as (
    select
        m.business_id, m.worker_id, max(m.listed_on) as listed_on, bool_or(m.fresh) as fresh,
        count(*) filter (where m.relation = 'spouse' and is_open) as spouses,
        count(*) filter (where m.relation = 'child' and is_open) as children,
        min(m.known_on) filter (where is_open) as known_on,
        -- The list of members was drawn after the last day to report one of them.
        coalesce(bool_or(m.report_until < l.listed_on and not m.is_form) filter (where is_open), false) as is_late,
        coalesce(bool_or(m.report_until is null) filter (where is_open), false) as lacks_term,
        max(m.claim) filter (where m.claim in ('no_birth_date', 'child_may_study') and not m.is_registered) as doubt,
        array_agg(row('family', m.batch_id, m.line)::audit.source_line order by m.batch_id, m.line) filter (where is_open)
            as sources
    from member as m
    inner join work.member_list as l using (business_id)
    cross join lateral (
        select m.claim = 'due' and not m.is_registered and coalesce(m.newborn_until < l.listed_on, true)
    ) as o (is_open)
    group by m.business_id, m.worker_id
),

told as (
    select
        w.*,
        coalesce(n.listed_on, m.listed_on) as listed_on,
        coalesce(n.fresh, date_trunc('month', m.listed_on) > p.oldest) as fresh,
        case
            when p.covered_family is null then 'no_parameter:covered_family'
            when p.age_limit is null then 'no_parameter:child_age_limit'
            when p.study_age_limit is null then 'no_parameter:child_study_age_limit'
            when n.lacks_term then 'no_parameter:DATA_CHANGE'
        end as lacking,
        greatest(least(coalesce(n.spouses, 0), 1 - coalesce(e.spouses, 0)), 0) as named_spouses,
        greatest(least(coalesce(n.children, 0), p.covered_family - 2 - coalesce(e.children, 0)), 0) as missing_children,
        -- Married, without a spouse in the list of the employer or in a member list, and nobody's spouse there.
        m.worker_id is not null and date_trunc('month', m.listed_on) > p.oldest and coalesce(e.spouses, 0) = 0
            and not exists (
                select from work.family_listed as f
                where f.business_id = w.business_id and f.worker_id = w.worker_id and f.relation = 'spouse'
            )
            and not exists (
                select from work.family_enrolled as f where f.person_id = w.worker_id and f.relation = 'spouse'
            ) as lacks_spouse,
        coalesce(n.known_on, m.listed_on) as known_on,
        coalesce(n.is_late, false) as is_late,
        case when n.spouses = 0 and n.children = 0 then n.doubt end as doubt,
        n.worker_id is not null as is_named,
        n.sources,
        row('employment', m.batch_id, m.line)::audit.source_line as status_source
    from worker as w
    cross join term as p
    left join named as n using (business_id, worker_id)
    left join work.married as m using (business_id, worker_id)
    left join enrolled as e using (business_id, worker_id)
    where n.worker_id is not null or m.worker_id is not null
)

select
    t.business_id, t.worker_id, t.listed_on, t.member_list_on, t.known_on,
    case when t.named_spouses + t.missing_children > 0 then 'family_list' else 'marital_status' end as known_by,
    case
        when t.named_spouses > 0 then 1
        when t.lacks_spouse and t.missing_children = 0 then 1
        else 0
    end as missing_spouses,
    t.missing_children,
    -- Lists that lie as close as that, and what only the marital status tells, are signs and no more.
    case when t.named_spouses + t.missing_children > 0 and t.is_late then 'presumption' else 'indication' end as strength,
    case
        when t.lacking is not null then t.lacking
        when not t.fresh then 'family_list_too_old'
        when t.member_list_on < date_trunc('month', t.listed_on) then 'member_list_too_old'
        when t.incomplete then 'member_list_incomplete'
        when not exists (select from work.family_list as f where f.list_id = t.list_id) then 'member_list_without_family'
        when t.named_spouses + t.missing_children = 0 and not t.lacks_spouse then t.doubt
    end as reason,
    case when t.named_spouses + t.missing_children > 0 then t.sources else array[t.status_source] end as sources
from told as t;
alter table work.family_gap add primary key (business_id, worker_id);
analyze work.family_gap;
