-- The newest member list of each business, and the enrolments it shows. A list speaks for the employers that it names
-- and for no other: whoever is in no list cannot be judged by one. Of two files of one date that name an employer the
-- later is a correction and counts alone; mended rows of a file belong to its list.
-- incomplete: rows of the list, or of a later one of that date, were refused and have not all come back; somebody may be
-- enrolled and not be seen.
create unlogged table work.member_list as
with named as (
    select i.identity_id as business_id, e.batch_id
    from (select business_id, batch_id from register.enrolment group by business_id, batch_id) as e
    inner join work.identity as i using (business_id)
),

lists as (
    select distinct on (n.business_id) n.business_id, b.as_of as listed_on, b.list_id
    from named as n
    inner join work.batch as b using (batch_id)
    order by n.business_id, b.as_of desc, b.list_id desc
),

lacking as (
    select l.as_of, max(l.list_id) as list_id
    from (
        select b.as_of, b.list_id
        from work.batch as b
        inner join import.batch as i using (batch_id)
        where b.kind = 'jkn-members'
        group by b.as_of, b.list_id
        having sum(i.rows_rejected) filter (where i.supplements is null)
            > coalesce(sum(i.rows_accepted) filter (where i.supplements is not null), 0)
    ) as l
    group by l.as_of
)

select l.business_id, l.listed_on, l.list_id, coalesce(k.list_id >= l.list_id, false) as incomplete
from lists as l
left join lacking as k on k.as_of = l.listed_on;
alter table work.member_list add primary key (business_id);
analyze work.member_list;

-- A worker whom several parts name is as the latest part says.
create unlogged table work.enrolment as
with parts as (
    select
        l.business_id, e.person_id, e.wage, e.valid_from, e.valid_to, e.listed_on, e.batch_id, e.line, e.extra_family,
        max(e.batch_id) over (partition by l.business_id, e.person_id) as latest
    from register.enrolment as e
    inner join work.batch as b using (batch_id)
    inner join work.identity as i using (business_id)
    inner join work.member_list as l on l.business_id = i.identity_id and l.list_id = b.list_id
)

-- Two numbers of one employer may enrol a worker from the same day.
select distinct on (business_id, person_id, valid_from)
    business_id, person_id, wage, valid_from, valid_to, listed_on, batch_id, line, extra_family
from parts
where batch_id = latest
order by business_id, person_id, valid_from, wage desc, line;
alter table work.enrolment add primary key (business_id, person_id, valid_from);
analyze work.enrolment;
