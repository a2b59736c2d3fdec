-- Workers of whose families an employer's list tells something: those enrolled by a registered employer, whose list of
-- workers, where it is whole, still has them.
create unlogged table work.family_worker as
with asked as (
    select business_id, worker_id from work.family_listed
    union
    select business_id, worker_id from work.married
)

select distinct
    a.business_id, a.worker_id, l.listed_on as member_list_on, l.incomplete,
    f.business_id is not null as lists_families
from asked as a
cross join work.scope as s
inner join work.enrolment as e on e.business_id = a.business_id and e.person_id = a.worker_id
inner join work.business as b on b.business_id = a.business_id
inner join work.member_list as l on l.business_id = a.business_id
left join (select distinct r.business_id from work.member_source as r inner join work.family_list using (list_id)) as f
    on f.business_id = a.business_id
left join work.roster as r on r.business_id = a.business_id and r.whole
left join work.roster_line as n on n.business_id = a.business_id and n.person_id = a.worker_id
where b.registered and b.active and e.valid_from <= s.as_of and e.valid_to > s.as_of
    and (r.business_id is null or n.business_id is not null);
alter table work.family_worker add primary key (business_id, worker_id);
analyze work.family_worker;

-- The members named, one row for each worker. A member is missing (open) whom no member list has, as worker or as family, who
-- takes no part through an employer by a list of segments, does not work, and is of an age; of those, how many spouses and children,
-- since when the employer knew, and whether the member list was drawn after the last day to report one of them.
create unlogged table work.family_named as
with term as materialized (
    select
        s.as_of,
        (select p.value from reference.parameter as p where p.name = 'child_age_limit' and p.period @> s.as_of)::integer
            as age_limit,
        (select p.value from reference.parameter as p where p.name = 'child_study_age_limit' and p.period @> s.as_of)::integer
            as study_age_limit
    from work.scope as s
),

member as (
    select
        f.*, w.member_list_on,
        r.person_id is not null or coalesce(g.segment in ('PPU-BU', 'PPU-PN', 'BP'), false) as is_registered,
        case
            when a.person_id is not null then 'not_due'
            when f.relation = 'spouse' then 'due'
            when f.birth_date is null then 'no_birth_date'
            when f.birth_date + make_interval(months => t.study_age_limit) <= t.as_of then 'not_due'
            when f.birth_date + make_interval(months => t.age_limit) <= t.as_of then 'child_may_study'
            else 'due'
        end as claim
    from work.family_listed as f
    cross join term as t
    inner join work.family_worker as w using (business_id, worker_id)
    left join work.registered_family as r using (person_id)
    left join work.family_at_work as a using (person_id)
    left join work.segment as g using (person_id)
)

select
    m.business_id, m.worker_id, max(m.listed_on) as listed_on, bool_or(m.fresh) as fresh,
    bool_or(m.relation = 'spouse') as names_spouse,
    count(*) filter (where o.is_open and m.relation = 'spouse') as spouses,
    count(*) filter (where o.is_open and m.relation = 'child') as children,
    min(m.known_on) filter (where o.is_open) as known_on,
    coalesce(bool_or(m.report_until < m.member_list_on and not m.is_form) filter (where o.is_open), false) as is_late,
    coalesce(bool_or(m.report_until is null) filter (where o.is_open), false) as lacks_term,
    max(m.claim) filter (where m.claim in ('no_birth_date', 'child_may_study') and not m.is_registered) as doubt,
    array_agg(row('family', m.batch_id, m.line)::audit.source_line order by m.batch_id, m.line) filter (where o.is_open)
        as sources
from member as m
cross join lateral (
    select m.claim = 'due' and not m.is_registered and coalesce(m.newborn_until < m.member_list_on, true)
) as o (is_open)
group by m.business_id, m.worker_id;
alter table work.family_named add primary key (business_id, worker_id);
analyze work.family_named;

-- Whom the member list has for these workers already.
create unlogged table work.family_count as
select
    f.business_id, f.worker_id,
    count(*) filter (where f.relation = 'spouse') as spouses,
    count(*) filter (where f.relation = 'child') as children
from work.family_enrolled as f
inner join work.family_worker as w using (business_id, worker_id)
group by f.business_id, f.worker_id;
alter table work.family_count add primary key (business_id, worker_id);
analyze work.family_count;

-- Who is missing. The duty covers the worker, one spouse and as many children as the parameter covered_family leaves.
-- known_by: family_list (the list names the members), marital_status (it says that the worker is married, and no more).
-- reason: why the worker cannot be judged.
create unlogged table work.family_gap as
with term as materialized (
    select
        (select p.value from reference.parameter as p where p.name = 'covered_family' and p.period @> s.as_of) as covered_family,
        (
            select 'no_parameter:' || min(n.name)
            from (values ('covered_family'), ('child_age_limit'), ('child_study_age_limit')) as n (name)
            where not exists (select from reference.parameter as p where p.name = n.name and p.period @> s.as_of)
        ) as missing,
        (s.month - make_interval(months => law.setting('roster_max_age_months', s.as_of)::integer))::date as oldest
    from work.scope as s
),

spouse as (select distinct person_id from work.family_enrolled where relation = 'spouse'),

told as (
    select
        w.*,
        coalesce(n.listed_on, m.listed_on) as listed_on,
        coalesce(n.fresh, date_trunc('month', m.listed_on) > t.oldest) as fresh,
        coalesce(t.missing, case when n.lacks_term then 'no_parameter:DATA_CHANGE' end) as missing,
        greatest(least(coalesce(n.spouses, 0), 1 - coalesce(c.spouses, 0)), 0) as named_spouses,
        greatest(least(coalesce(n.children, 0), t.covered_family - 2 - coalesce(c.children, 0)), 0) as missing_children,
        -- Married, without a spouse in the list of the employer or in a member list, and nobody's spouse there.
        m.worker_id is not null and date_trunc('month', m.listed_on) > t.oldest and coalesce(c.spouses, 0) = 0
            and not coalesce(n.names_spouse, false) and o.person_id is null as lacks_spouse,
        coalesce(n.known_on, m.listed_on) as known_on,
        coalesce(n.is_late, false) as is_late,
        case when n.spouses = 0 and n.children = 0 then n.doubt end as doubt,
        n.sources,
        row('employment', m.batch_id, m.line)::audit.source_line as status_source
    from work.family_worker as w
    cross join term as t
    left join work.family_named as n using (business_id, worker_id)
    left join work.married as m using (business_id, worker_id)
    left join work.family_count as c using (business_id, worker_id)
    left join spouse as o on o.person_id = w.worker_id
)

select
    t.business_id, t.worker_id, t.listed_on, t.member_list_on, t.known_on,
    case when t.named_spouses + t.missing_children > 0 then 'family_list' else 'marital_status' end as known_by,
    case when t.named_spouses > 0 or t.lacks_spouse and t.missing_children = 0 then 1 else 0 end as missing_spouses,
    t.missing_children,
    -- Lists that lie as close as that, and what only the marital status tells, are signs and no more.
    case when t.named_spouses + t.missing_children > 0 and t.is_late then 'presumption' else 'indication' end as strength,
    case
        when t.missing is not null then t.missing
        when not t.fresh then 'family_list_too_old'
        when t.member_list_on < date_trunc('month', t.listed_on) then 'member_list_too_old'
        when t.incomplete then 'member_list_incomplete'
        when not t.lists_families then 'member_list_without_family'
        when t.named_spouses + t.missing_children = 0 and not t.lacks_spouse then t.doubt
    end as reason,
    case when t.named_spouses + t.missing_children > 0 then t.sources else array[t.status_source] end as sources
from told as t;
alter table work.family_gap add primary key (business_id, worker_id);
analyze work.family_gap;
