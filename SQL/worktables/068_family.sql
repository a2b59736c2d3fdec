-- Families as the employers' own lists name them, row by row.
create unlogged table work.family_row as
select
    i.identity_id as business_id, f.business_id as record_id, coalesce(m.identity_id, f.worker_id) as worker_id,
    f.person_id, f.relation, f.listed_on, f.left_on, f.batch_id, f.line, b.list_id
from work.scope as s
inner join work.batch as b on b.kind = 'workers'
inner join register.family_member as f on f.batch_id = b.batch_id and f.listed_on <= s.as_of
inner join work.identity as i on i.business_id = f.business_id
left join work.merged_person as m on m.person_id = f.worker_id;
analyze work.family_row;

-- The lists that speak: of each employer the newest full one that names families, and the lists of changes after it; where
-- there are changes alone, they speak for those they name.
create unlogged table work.family_source as
with list as (
    select n.business_id, n.batch_id, n.list_id, n.listed_on, coalesce(bool_or(r.complete), false) as complete
    from (select distinct business_id, record_id, batch_id, list_id, listed_on from work.family_row) as n
    -- Families alone, without a row of a worker, are no full list.
    left join register.roster as r on (r.business_id, r.batch_id) = (n.record_id, n.batch_id)
    group by n.business_id, n.batch_id, n.list_id, n.listed_on
),

newest as (
    select distinct on (l.business_id) l.business_id, l.listed_on, l.list_id
    from list as l
    where l.complete
    order by l.business_id, l.listed_on desc, l.list_id desc
)

select l.business_id, l.batch_id
from list as l
left join newest as n using (business_id)
where n.business_id is null or l.list_id = n.list_id or (l.listed_on, l.list_id) > (n.listed_on, n.list_id);
alter table work.family_source add primary key (business_id, batch_id);
analyze work.family_source;

-- Spouses and children whom these lists name. Whom the newest row reports as gone is none.
-- known_on: the first list of the employer that names the member; from then on it knew. report_until: the last day to
-- report what it knew. newborn_until: the last day to register a newborn. is_form: the row is from a form of BPJS Kesehatan,
-- which the employer may well have handed in.
create unlogged table work.family_listed as
with setting as materialized (
    select s.as_of, s.month - make_interval(months => law.setting('roster_max_age_months', s.as_of)::integer) as oldest
    from work.scope as s
),

latest as (
    select distinct on (r.business_id, r.worker_id, r.person_id)
        r.*, c.batch_id is not null as speaks,
        min(case when r.left_on is null then r.listed_on end) over (partition by r.business_id, r.worker_id, r.person_id)
            as known_on
    from work.family_row as r
    left join work.family_source as c using (business_id, batch_id)
    order by r.business_id, r.worker_id, r.person_id, c.batch_id is null, r.listed_on desc, r.batch_id desc
),

term as (
    select k.known_on, law.last_day(k.known_on, d.days, d.unit) as last_day
    from (select distinct listed_on as known_on from work.family_row) as k
    inner join reference.deadline as d on d.name = 'DATA_CHANGE' and d.period @> k.known_on
)

select
    l.business_id, l.worker_id, l.person_id, l.relation, l.listed_on, l.known_on,
    t.last_day as report_until,
    p.birth_date,
    -- Only of those born not long ago.
    case when p.birth_date > s.as_of - interval '3 months' then (
        select law.last_day(p.birth_date, d.days, d.unit)
        from reference.deadline as d
        where d.name = 'NEWBORN' and d.period @> p.birth_date
    ) end as newborn_until,
    date_trunc('month', l.listed_on) > s.oldest as fresh,
    i.layout in ('bpjskes_registrasi', 'bpjskes_mutasi') as is_form,
    l.batch_id, l.line
from latest as l
cross join setting as s
inner join import.batch as i on i.batch_id = l.batch_id
left join term as t using (known_on)
left join register.person_profile as p on p.person_id = l.person_id
where l.speaks and l.relation in ('spouse', 'child') and coalesce(l.left_on > s.as_of, true);
alter table work.family_listed add primary key (business_id, worker_id, person_id);
analyze work.family_listed;

-- Workers who are married, as the newest of their employer's own lists that tells it says. What the member list itself says
-- of it is no list of the employer.
create unlogged table work.married as
select f.business_id, f.worker_id, f.listed_on, f.batch_id, f.line
from (
    select distinct on (i.identity_id, coalesce(m.identity_id, e.person_id))
        i.identity_id as business_id, coalesce(m.identity_id, e.person_id) as worker_id, e.marital_status,
        e.as_of as listed_on, e.batch_id, e.line
    from work.employment as e
    inner join work.batch as b on b.batch_id = e.batch_id and b.kind = 'workers'
    inner join work.identity as i using (business_id)
    left join work.merged_person as m using (person_id)
    where e.marital_status <> 'unknown'
    order by i.identity_id, coalesce(m.identity_id, e.person_id), e.as_of desc, e.batch_id desc
) as f
where f.marital_status = 'married';
alter table work.married add primary key (business_id, worker_id);
analyze work.married;
