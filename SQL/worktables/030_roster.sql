-- The worker lists that speak for each business in the as-of month: the newest complete list in or before it, and the
-- partial lists after that one (of a later month, or of the same month and imported later). Of two complete lists of one
-- month that of BPJS Ketenagakerjaan counts, because it names a wage for everybody. Of two of one source the later file
-- replaces the earlier, for the number of the employer that both name, and takes its place: partial lists that came after the
-- earlier one, and it may have been withdrawn since, come after the later one as well. Mended rows of a file belong to its
-- list. Where there are partial lists alone, they speak for the workers they name and for nobody else.
-- place: what comes later in a month says the last word on a worker.
-- single: one list alone, whose workers are as they stand there; the others are pieced together below.
create unlogged table work.roster_part as
with lists as (
    select
        i.identity_id as business_id, r.business_id as record_id, r.roster_id, r.as_of as month, r.source, r.complete, r.batch_id,
        coalesce(b.supplements, b.batch_id) as list_id, k.batch_id is not null as counts
    from register.roster as r
    inner join work.identity as i using (business_id)
    inner join import.batch as b on b.batch_id = r.batch_id
    left join work.batch as k on k.batch_id = r.batch_id
    cross join work.scope as s
    where r.office_id = s.office_id and r.as_of <= s.month and b.imported_at <= s.known_at
),

newest as (
    select distinct on (business_id) business_id, record_id, month, source
    from lists
    where complete and counts
    order by business_id, month desc, source <> 'bpjstk', list_id desc, source
),

-- An employer with several numbers hands in a list under each.
latest as (
    select
        l.business_id, l.record_id, max(l.list_id) filter (where l.counts) as list_id, min(l.list_id) as place
    from lists as l
    inner join newest as n using (business_id, month, source)
    where l.complete
    group by l.business_id, l.record_id
    having bool_or(l.counts)
),

-- Employers with workers without NIK of whom people have decided who they are.
recognised as (
    select i.identity_id as business_id
    from work.merged_person as m
    inner join register.person as p using (person_id)
    inner join work.identity as i using (business_id)
)

select
    l.business_id,
    l.record_id,
    l.roster_id,
    l.month,
    (l.month + interval '1 month')::date as next_month,
    l.source,
    l.complete,
    l.batch_id,
    case when l.complete then t.place else l.list_id end as place,
    bool_or(not l.complete) over (partition by l.business_id) as mixed,
    count(*) over (partition by l.business_id) = 1 and l.complete
        and l.business_id not in (select r.business_id from recognised as r) as single,
    l.month > (s.month - make_interval(months => law.setting('roster_max_age_months', s.as_of)::integer))::date as fresh
from lists as l
cross join work.scope as s
left join newest as n on n.business_id = l.business_id
left join latest as t on (t.business_id, t.record_id) = (l.business_id, l.record_id)
-- What an employer reports under a number that no list has goes by the newest of its lists.
left join latest as o on (o.business_id, o.record_id) = (n.business_id, n.record_id)
where l.counts and case
    when l.complete then (l.month, l.source, l.list_id) = (n.month, n.source, t.list_id)
    else n.business_id is null or (l.month, l.list_id) > (n.month, coalesce(t.place, o.place))
end;
alter table work.roster_part add primary key (roster_id);
analyze work.roster_part;

-- One row per business with any of them. whole: a complete list that is fresh, so that the lists speak for everybody.
create unlogged table work.roster as
select
    business_id,
    max(month) as month,
    (array_agg(source order by month desc, complete desc, source))[1] as source,
    bool_or(complete) as complete,
    bool_or(fresh) as fresh,
    bool_or(complete and fresh) as whole
from work.roster_part
group by business_id;
alter table work.roster add primary key (business_id);
analyze work.roster;

-- A worker whom several parts of the list name is as the latest part says.
create unlogged table work.pieced_line as
select
    n.business_id, n.person_id, n.roster_id, n.wage, n.hired_on, n.left_on, n.batch_id, n.line, n.employment_status
from (
    select distinct on (p.business_id, l.person_id)
        p.business_id, l.person_id, l.roster_id, l.wage, l.hired_on, l.left_on, l.batch_id, l.line, l.employment_status, p.month
    from work.roster_part as p
    inner join register.roster_line as l using (roster_id)
    where not p.mixed and not p.single
    order by p.business_id, l.person_id, p.place desc, l.batch_id desc
) as n
where n.left_on is null or n.left_on >= n.month;

-- With partial lists the latest line on a worker tells whether the worker is still there; a departure yet to come
-- changes nothing. Wage and month are those of the newest line that has a wage: a form that reports another change
-- leaves it out.
insert into work.pieced_line
with lines as (
    select
        p.business_id,
        -- Who is who comes first: a form may name by NIK whom a list has without.
        coalesce(m.identity_id, l.person_id) as person_id,
        m.identity_id is not null as recognised,
        l.roster_id,
        l.wage,
        l.hired_on,
        l.left_on,
        l.batch_id,
        l.line,
        l.employment_status,
        p.month,
        p.place,
        case when p.complete then l.left_on < p.month else l.left_on <= s.as_of end as gone,
        not p.complete and l.left_on > s.as_of as leaves_later
    from work.roster_part as p
    cross join work.scope as s
    inner join register.roster_line as l using (roster_id)
    left join work.merged_person as m using (person_id)
    where p.mixed
),

latest as (
    select distinct on (business_id, person_id) business_id, person_id, coalesce(gone, false) as gone
    from lines
    order by business_id, person_id, coalesce(leaves_later, false), month desc, place desc, batch_id desc, recognised
)

select distinct on (l.business_id, l.person_id)
    l.business_id, l.person_id, l.roster_id, l.wage, l.hired_on, l.left_on, l.batch_id, l.line, l.employment_status
from lines as l
inner join latest as t using (business_id, person_id)
where not t.gone and not coalesce(l.gone, false)
order by
    l.business_id, l.person_id, l.wage is null, coalesce(l.leaves_later, false), l.month desc, l.place desc, l.batch_id desc,
    l.recognised;

-- Workers without NIK of whom people have decided who they are; whoever stands there by NIK as well counts once.
create unlogged table work.named_line as
select l.business_id, l.person_id, m.identity_id,
    row_number() over (partition by l.business_id, m.identity_id order by l.wage is null, l.batch_id desc, l.person_id) > 1
        or exists (
            select from work.pieced_line as o where o.business_id = l.business_id and o.person_id = m.identity_id
        ) as is_surplus
from work.pieced_line as l
inner join work.merged_person as m using (person_id);
delete from work.pieced_line as l
using work.named_line as n
where (n.business_id, n.person_id) = (l.business_id, l.person_id) and n.is_surplus;
update work.pieced_line as l
set person_id = n.identity_id
from work.named_line as n
where (n.business_id, n.person_id) = (l.business_id, l.person_id) and not n.is_surplus;
analyze work.pieced_line;

-- The workers: those of a complete list, unless it says that they left before its month.
create view work.roster_line as
select
    p.business_id, l.person_id, l.roster_id, l.wage, l.hired_on, l.left_on, l.batch_id, l.line, l.employment_status
from work.roster_part as p
inner join register.roster_line as l using (roster_id)
where p.single and (l.left_on is null or l.left_on >= p.month)
union all
select
    p.business_id, p.person_id, p.roster_id, p.wage, p.hired_on, p.left_on, p.batch_id, p.line, p.employment_status
from work.pieced_line as p;
