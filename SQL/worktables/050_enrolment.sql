-- The newest member list of each business, and the enrolments it shows. A file that names several businesses is the
-- list of the whole office: a registered business missing from it has no members. A file of one business speaks for it alone.
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
    select business_id, batch_id, listed_on from lists
    union all
    select b.business_id, w.batch_id, w.listed_on
    from work.business as b
    cross join (select * from office_wide order by listed_on desc, batch_id desc limit 1) as w
)

select distinct on (business_id) business_id, batch_id, listed_on
from candidates
order by business_id, listed_on desc, batch_id desc;
alter table work.member_list add primary key (business_id);
analyze work.member_list;

create unlogged table work.enrolment as
select e.business_id, e.person_id, e.wage, e.valid_from, e.valid_to, e.listed_on, e.batch_id, e.line, e.extra_family
from register.enrolment as e
inner join work.member_list as l using (business_id, batch_id)
order by e.business_id, e.person_id, e.valid_from;
alter table work.enrolment add primary key (business_id, person_id, valid_from);
analyze work.enrolment;
