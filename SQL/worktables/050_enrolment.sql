-- The newest member list of each business, and the enrolments it shows. A file that names several businesses is the
-- list of the whole office: a registered business missing from it has no members. A file of one business speaks for it alone.
-- Files of one date are parts of one list (mended rows, one export per region), so that a later part hides no earlier one.
create unlogged table work.member_list as
with lists as (
    select e.batch_id, b.as_of as listed_on, e.business_id
    from register.enrolment as e
    inner join work.batch as b using (batch_id)
    group by e.batch_id, b.as_of, e.business_id
),

office_wide as (
    select batch_id, listed_on
    from lists
    group by batch_id, listed_on
    having count(*) > 1
),

candidates as (
    select business_id, listed_on from lists
    union all
    select b.business_id, w.listed_on
    from work.business as b
    cross join (select max(listed_on) as listed_on from office_wide) as w
    where w.listed_on is not null
)

select business_id, max(listed_on) as listed_on
from candidates
group by business_id;
alter table work.member_list add primary key (business_id);
analyze work.member_list;

-- A worker whom several parts name is as the latest part says.
create unlogged table work.enrolment as
with parts as (
    select e.*, max(e.batch_id) over (partition by e.business_id, e.person_id) as latest
    from register.enrolment as e
    inner join work.batch as b using (batch_id)
    inner join work.member_list as l on l.business_id = e.business_id and l.listed_on = b.as_of
)

select business_id, person_id, wage, valid_from, valid_to, listed_on, batch_id, line, extra_family
from parts
where batch_id = latest
order by business_id, person_id, valid_from;
alter table work.enrolment add primary key (business_id, person_id, valid_from);
analyze work.enrolment;
