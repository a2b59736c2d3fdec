-- The newest member list of each business, and the enrolments it shows. A list speaks for the employers that it names
-- and for no other: whoever is in no list cannot be judged by one. Files of one date are parts of one list (mended rows,
-- one export per region), so that a later part hides no earlier one.
-- incomplete: rows of the list were refused and have not all come back; somebody may be enrolled and not be seen.
create unlogged table work.member_list as
with lists as (
    select e.business_id, max(b.as_of) as listed_on
    from register.enrolment as e
    inner join work.batch as b using (batch_id)
    group by e.business_id
),

parts as (
    select
        b.as_of,
        sum(i.rows_rejected) filter (where i.supplements is null)
            > coalesce(sum(i.rows_accepted) filter (where i.supplements is not null), 0) as incomplete
    from work.batch as b
    inner join import.batch as i using (batch_id)
    where b.kind = 'jkn-members'
    group by b.as_of
)

select l.business_id, l.listed_on, coalesce(p.incomplete, false) as incomplete
from lists as l
left join parts as p on p.as_of = l.listed_on;
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
