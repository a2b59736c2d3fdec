-- Family members in the newest member lists, as far as a rule asks for them: the families of workers of whom an employer's
-- list tells something, those whom an employer's list names, wherever they are enrolled, and spouses who are workers: not
-- enrolled by their own employer, or married. valid_from and valid_to are those of the worker through whom they are enrolled.
create unlogged table work.family_enrolled as
with family as (
    select
        l.business_id, f.worker_id, f.person_id, f.relation, l.listed_on, f.batch_id, f.line
    from work.member_part as l
    inner join register.family_member as f on f.business_id = l.record_id and f.batch_id = l.batch_id
),

told as (
    select business_id, worker_id from work.family_listed
    union
    select business_id, worker_id from work.married
),

listed as (select distinct person_id from work.family_listed),

spouse as (
    select person_id, 'spouse' as relation from work.unenrolled
    union
    select worker_id, 'spouse' from work.married
)

select distinct on (f.person_id, f.business_id, f.worker_id)
    f.person_id, f.business_id, f.worker_id, f.relation, e.valid_from, e.valid_to, f.listed_on, f.batch_id, f.line
from family as f
left join told as t using (business_id, worker_id)
left join listed as p on p.person_id = f.person_id
left join spouse as u on u.person_id = f.person_id and u.relation = f.relation
left join work.enrolment as e on e.business_id = f.business_id and e.person_id = f.worker_id
where t.worker_id is not null or p.person_id is not null or u.person_id is not null
order by f.person_id, f.business_id, f.worker_id, f.batch_id desc, e.valid_from desc;

-- Persons of the scope in the newest member lists of employers outside it.
create unlogged table work.outside_enrolment as
with wanted as (
    select person_id from work.enrolment where exists (select from work.outside)
    union
    select person_id from work.unenrolled where exists (select from work.outside)
    union
    select person_id from work.family_listed where exists (select from work.outside)
),

worker as (
    select o.identity_id as business_id, o.business_id as record_id, e.person_id, e.person_id as worker_id, 'worker' as relation, e.batch_id, e.line
    from wanted as w
    inner join register.enrolment as e using (person_id)
    inner join work.outside as o using (business_id)
    union all
    select o.identity_id, o.business_id, f.person_id, f.worker_id, f.relation, f.batch_id, f.line
    from wanted as w
    inner join register.family_member as f using (person_id)
    inner join work.outside as o using (business_id)
),

-- As work.member_source has them of those in scope.
named as (
    select o.identity_id as business_id, o.business_id as record_id, b.as_of as listed_on, d.place, max(b.list_id) as list_id
    from (select distinct business_id from worker) as w
    inner join work.outside as o on o.identity_id = w.business_id
    inner join register.enrolment as e on e.business_id = o.business_id
    inner join work.batch as b using (batch_id)
    inner join work.member_day as d using (as_of)
    group by o.identity_id, o.business_id, b.as_of, d.place
),

source as (
    select n.business_id, n.record_id, n.listed_on, n.list_id
    from named as n
    inner join (select business_id, min(place) as place from named group by business_id) as f using (business_id, place)
),

-- As work.business has them of those in scope.
standing as (
    select distinct on (r.identity_id)
        r.identity_id as business_id, r.registered_on <= s.as_of and coalesce(r.closed_on > s.as_of, true) as active
    from (
        select distinct on (r.business_id) o.identity_id, r.business_id, r.as_of, r.registered_on, r.closed_on, r.batch_id
        from (select distinct business_id from source) as w
        inner join work.outside as o on o.identity_id = w.business_id
        inner join register.business_record as r on r.business_id = o.business_id and r.source = 'jkn'
        inner join work.batch as b using (batch_id)
        order by r.business_id, r.as_of desc, r.batch_id desc
    ) as r
    cross join work.scope as s
    order by
        r.identity_id, r.as_of desc, r.registered_on <= s.as_of desc, r.closed_on desc nulls first, r.batch_id desc, r.business_id
),

-- Of several parts of a list the latest speaks, with all periods that it has.
latest as (
    select w.*, n.listed_on, max(w.batch_id) over (partition by w.person_id, w.business_id, w.worker_id) as newest
    from worker as w
    inner join source as n using (business_id, record_id)
    inner join work.batch as b on b.batch_id = w.batch_id and b.list_id = n.list_id
)

select distinct on (w.person_id, w.business_id, w.worker_id, e.valid_from)
    w.person_id, w.business_id, w.worker_id, w.relation, e.valid_from, e.valid_to, w.listed_on, w.batch_id, w.line,
    coalesce(a.active, false) as active
from latest as w
inner join register.enrolment as e
    on e.business_id = w.record_id and e.person_id = w.worker_id and e.batch_id = w.batch_id
left join standing as a on a.business_id = w.business_id
where w.batch_id = w.newest
order by w.person_id, w.business_id, w.worker_id, e.valid_from, w.line;

insert into work.family_enrolled
select distinct on (o.person_id, o.business_id, o.worker_id)
    o.person_id, o.business_id, o.worker_id, o.relation, o.valid_from, o.valid_to, o.listed_on, o.batch_id, o.line
from work.outside_enrolment as o
where o.relation <> 'worker'
order by o.person_id, o.business_id, o.worker_id, o.valid_from desc;
delete from work.outside_enrolment where relation <> 'worker';
alter table work.family_enrolled add primary key (person_id, business_id, worker_id);
alter table work.outside_enrolment add primary key (person_id, business_id, worker_id, valid_from);
analyze work.family_enrolled, work.outside_enrolment;

-- Of the persons whom employers' lists name as family, those whom a member list has, as worker or as family.
create unlogged table work.registered_family as
select distinct p.person_id
from (select distinct person_id from work.family_listed) as p
where exists (select from work.family_enrolled as f where f.person_id = p.person_id)
    or exists (select from work.outside_enrolment as o where o.person_id = p.person_id)
union
select e.person_id
from work.enrolment as e
inner join (select distinct person_id from work.family_listed) as p using (person_id);
alter table work.registered_family add primary key (person_id);
analyze work.registered_family;

-- Of those whom none has, the ones who work: a worker list of these months names them. Whoever works is registered by the own
-- employer and is nobody's dependant, whatever list of that employer is the newest.
create unlogged table work.family_at_work as
with setting as materialized (
    select
        s.as_of, s.month,
        s.month - make_interval(months => law.setting('roster_max_age_months', s.as_of)::integer) as oldest
    from work.scope as s
),

missing as (
    select distinct f.person_id
    from work.family_listed as f
    where not exists (select from work.registered_family as r where r.person_id = f.person_id)
)

select distinct l.person_id
from setting as s
inner join register.roster as r on r.as_of > s.oldest and r.as_of <= s.month
inner join work.batch as b on b.batch_id = r.batch_id
inner join register.roster_line as l on (l.business_id, l.batch_id, l.roster_id) = (r.business_id, r.batch_id, r.roster_id)
inner join missing as m on m.person_id = l.person_id
where coalesce(l.left_on > s.as_of, true);
alter table work.family_at_work add primary key (person_id);
analyze work.family_at_work;

-- Member lists that name families at all; a list of workers alone says nothing of them.
create unlogged table work.family_list as
select distinct b.list_id
from work.batch as b
inner join register.family_member as f on f.batch_id = b.batch_id
where b.kind = 'jkn-members' and b.list_id in (select list_id from work.member_source)
    and (exists (select from work.family_listed) or exists (select from work.married));
alter table work.family_list add primary key (list_id);
