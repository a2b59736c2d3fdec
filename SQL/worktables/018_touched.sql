-- The employers that something new speaks of since the run before: batches imported or taken back, decisions of people who
-- is who, visits announced, missed or made, and all who may be one of BPJS Kesehatan's list or might have been. Empty when
-- everybody is judged.
-- of_workers: what is new may name workers, who may be those of others too; bills, payments and visits are nobody else's matter.
create unlogged table work.spoken_of as
with context as (
    select c.*, c.previous_known_at - interval '10 minutes' as decided_after
    from work.context as c
    where c.partial and not c.chosen
),

batch as (
    select b.batch_id, b.kind not in ('bills', 'payments') as of_workers
    from import.batch as b
    cross join context as c
    cross join work.scope as s
    left join import.withdrawal as w using (batch_id)
    where b.office_id = s.office_id
        and (b.imported_at > c.previous_known_at or w.withdrawn_at > c.previous_known_at)
),

spoken as (
    select h.business_id, true as of_workers from work.chosen as h
    union all
    select t.business_id, b.of_workers
    from batch as b
    inner join import.touched as t using (batch_id)
    union all
    select unnest(array[m.business_id, m.other_id]), true
    from register.business_match as m
    cross join context as c
    where m.decided_at > c.decided_after
    union all
    select p.business_id, true
    from register.person_match as m
    inner join register.person as p using (person_id)
    cross join context as c
    where m.decided_at > c.decided_after and p.business_id is not null
    union all
    select v.business_id, false
    from context as c
    cross join lateral (
        select l.visit_id from letter.letter as l where l.visit_id is not null and l.issued_at > c.decided_after
        union all
        select n.visit_id from inspection.no_show as n where n.recorded_at > c.decided_after
        union all
        select e.visit_id from inspection.examination as e where e.recorded_at > c.decided_after
    ) as act
    inner join inspection.visit as v using (visit_id)
    union all
    select unnest(array[m.business_id, m.other_id]), true
    from context as c
    cross join work.scope as s
    cross join lateral (
        select w.business_id, w.other_id from work.match as w
        union all
        -- As the run before had it.
        select k.business_id, k.other_id from audit.match_kept as k where k.office_id = s.office_id
    ) as m
)

select business_id, bool_or(of_workers) as of_workers from spoken group by business_id;
alter table work.spoken_of add primary key (business_id);
analyze work.spoken_of;

-- Whoever works for several employers, or is of the family of another employer's worker, is a matter of each of them. Records that
-- count as one employer are judged together; and whichever of them stood for it before a decision or a new number made it
-- another one ceases to.
create unlogged table work.touched as
with worker as (
    select e.person_id
    from work.spoken_of as t
    inner join register.enrolment as e using (business_id)
    where t.of_workers
    union
    select l.person_id
    from work.spoken_of as t
    inner join register.roster as r using (business_id)
    inner join register.roster_line as l
        on l.business_id = r.business_id and l.batch_id = r.batch_id and l.roster_id = r.roster_id
    where t.of_workers
),

family as (
    select distinct f.person_id
    from work.spoken_of as t
    inner join register.family_member as f using (business_id)
    where t.of_workers
),

sharing as (
    select e.business_id
    from (select person_id from worker union select person_id from family) as p
    inner join register.enrolment as e using (person_id)
    union
    select f.business_id
    from (select person_id from worker union select person_id from family) as p
    inner join register.family_member as f using (person_id)
    union
    select l.business_id
    from family as p
    inner join register.roster_line as l using (person_id)
),

merged as materialized (
    select m.business_id, m.identity_id
    from work.scope as s
    cross join lateral register.merged_business(s.known_at) as m
),

employer as (
    select coalesce(m.identity_id, t.business_id) as business_id
    from (select business_id from work.spoken_of union select business_id from sharing) as t
    left join merged as m on m.business_id = t.business_id
)

select e.business_id from employer as e
union
select m.business_id from employer as e inner join merged as m on m.identity_id = e.business_id;
alter table work.touched add primary key (business_id);
analyze work.touched;
