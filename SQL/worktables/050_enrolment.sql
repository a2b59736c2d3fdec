-- The enrolments that the member list of each business shows.

-- The files that make up each list, and the numbers of the employer under which they name it; mostly one.
create unlogged table work.member_part as
select
    l.business_id, l.record_id, l.listed_on, t.batch_id,
    count(*) over (partition by l.business_id) = 1 as single
from work.member_source as l
inner join import.touched as t on t.business_id = l.record_id
inner join work.batch as b on b.batch_id = t.batch_id and b.list_id = l.list_id;
analyze work.member_part;

create unlogged table work.enrolment as
select
    p.business_id, e.person_id, e.wage, e.valid_from, e.valid_to, e.listed_on, e.batch_id, e.line, e.extra_family
from work.member_part as p
inner join register.enrolment as e on e.business_id = p.record_id and e.batch_id = p.batch_id
where p.single;

-- A worker whom several parts of a list name is as the latest part says. Two numbers of one employer may enrol a worker from
-- the same day.
insert into work.enrolment
with parts as (
    select
        p.business_id, e.person_id, e.wage, e.valid_from, e.valid_to, e.listed_on, e.batch_id, e.line, e.extra_family,
        max(e.batch_id) over (partition by p.record_id, e.person_id) as latest
    from work.member_part as p
    inner join register.enrolment as e on e.business_id = p.record_id and e.batch_id = p.batch_id
    where not p.single
)

select distinct on (business_id, person_id, valid_from)
    business_id, person_id, wage, valid_from, valid_to, listed_on, batch_id, line, extra_family
from parts
where batch_id = latest
order by business_id, person_id, valid_from, wage desc, line;
analyze work.enrolment;

-- The enrolments of persons who stand there more than once, at one employer or at several: they are few, and what is about such
-- persons looks at these alone.
create unlogged table work.enrolled_again as
select e.business_id, e.person_id, e.valid_from, e.valid_to
from work.enrolment as e
inner join (
    select o.person_id
    -- In order, which is several times as fast here as by hash.
    from (select person_id from work.enrolment order by person_id) as o
    group by o.person_id
    having count(*) > 1
) as a using (person_id);
analyze work.enrolled_again;

-- Each period of a worker at an employer with each later one there.
create unlogged table work.enrolled_anew as
select o.business_id, o.person_id, o.valid_from, o.valid_to, n.valid_from as later_from, n.valid_to as later_to
from work.enrolled_again as o
inner join work.enrolled_again as n using (business_id, person_id)
where n.valid_from > o.valid_from;
analyze work.enrolled_anew;

-- Of several periods that hold on the as-of date the one begun last counts.
create unlogged table work.superseded as
select distinct a.business_id, a.person_id, a.valid_from
from work.enrolled_anew as a
cross join work.scope as s
where a.valid_from <= s.as_of and a.valid_to > s.as_of and a.later_from <= s.as_of and a.later_to > s.as_of;
analyze work.superseded;

-- How many workers each employer enrols on the as-of date.
create unlogged table work.member_count as
select n.business_id, n.periods - coalesce(o.periods, 0) as members
from (
    select e.business_id, count(*) as periods
    from work.enrolment as e
    cross join work.scope as s
    where e.valid_from <= s.as_of and e.valid_to > s.as_of
    group by e.business_id
) as n
left join (select business_id, count(*) as periods from work.superseded group by business_id) as o using (business_id);
alter table work.member_count add primary key (business_id);
analyze work.member_count;
