-- Foreigners (TKA) by employer, as the newest of its lists that tells the nationality says.
create unlogged table work.foreign_person as
select f.business_id, f.person_id
from (
    select distinct on (i.identity_id, coalesce(m.identity_id, e.person_id))
        i.identity_id as business_id, coalesce(m.identity_id, e.person_id) as person_id, e.nationality
    from work.employment as e
    inner join work.identity as i using (business_id)
    left join work.merged_person as m using (person_id)
    where e.nationality is not null
    order by i.identity_id, coalesce(m.identity_id, e.person_id), e.as_of desc, e.batch_id desc
) as f
where f.nationality = 'WNA';
alter table work.foreign_person add primary key (business_id, person_id);
analyze work.foreign_person;

-- Those who stand on the lists now, and how long they have worked. A foreigner who works less than six months need not take
-- part. period: worked (the lists show six months: the first day of work, or else the months on whose lists the worker
-- stands), contract (not yet, but the contract is for as long), short (not that long), unknown (no list says since when, or
-- another employer had the worker shortly before: the six months are those in Indonesia, UU 24/2011 Ps.14). Nobody works on
-- after the day of leaving, whatever the contract says. Work permits are not among the evidence.
create unlogged table work.foreigner as
with worker as (
    select
        w.business_id, w.person_id, w.month, w.hired_on, w.left_on, b.as_of as listed_on,
        least(s.as_of, coalesce(b.as_of, w.month), w.left_on) as seen_on
    from work.foreign_person as f
    cross join work.scope as s
    inner join work.workforce as w using (business_id, person_id)
    inner join work.batch as b on b.batch_id = w.batch_id
),

-- Lists may name a worker without NIK of whom people have decided who it is.
line_person as (
    select w.business_id, w.person_id, w.person_id as listed_as, w.month from worker as w
    union all
    select w.business_id, w.person_id, m.person_id, w.month
    from worker as w
    inner join work.merged_person as m on m.identity_id = w.person_id
),

-- Months in a row, up to the newest: who comes for a season each year does not work on.
listed as (
    select m.business_id, m.person_id, count(*) as months
    from (
        select
            d.*, row_number() over (partition by d.business_id, d.person_id order by d.month desc) as place,
            max(d.month) over (partition by d.business_id, d.person_id) as newest
        from (
            select distinct p.business_id, p.person_id, r.as_of as month
            from line_person as p
            inner join work.identity as i on i.identity_id = p.business_id
            inner join register.roster as r on r.business_id = i.business_id and r.as_of <= p.month
            inner join work.batch as b on b.batch_id = r.batch_id
            inner join register.roster_line as l
                on (l.business_id, l.batch_id, l.roster_id) = (r.business_id, r.batch_id, r.roster_id)
                and l.person_id = p.listed_as
            where coalesce(l.left_on >= r.as_of, true) and coalesce(l.hired_on < r.as_of + interval '1 month', true)
        ) as d
    ) as m
    where m.month = (m.newest - make_interval(months => m.place::integer - 1))::date
    group by m.business_id, m.person_id
),

contract as (
    select distinct on (i.identity_id, p.person_id) i.identity_id as business_id, p.person_id, e.contract_until
    from line_person as p
    inner join work.identity as i on i.identity_id = p.business_id
    inner join work.employment as e on (e.business_id, e.person_id) = (i.business_id, p.listed_as)
    where e.contract_until is not null
    order by i.identity_id, p.person_id, e.as_of desc, e.batch_id desc
),

-- Lists of other employers that call the same person a foreigner.
elsewhere as (
    select p.business_id, p.person_id, max(e.month) as month
    from line_person as p
    inner join work.employment as e on e.person_id = p.listed_as
    where e.nationality = 'WNA' and e.business_id <> p.business_id
        and not exists (
            select from work.identity as i where i.business_id = e.business_id and i.identity_id = p.business_id
        )
    group by p.business_id, p.person_id
)

select
    w.business_id,
    w.person_id,
    w.hired_on,
    l.months::integer as months_listed,
    c.contract_until as contract_ends_on,
    case
        when p.value is null then 'unknown'
        when w.hired_on is not null and w.hired_on + make_interval(months => p.value::integer) <= w.seen_on then 'worked'
        -- The first of the months may have begun on its last day, and the last have ended on its first.
        when w.hired_on is null
            and l.months > p.value + coalesce(w.left_on < w.month + interval '1 month', false)::integer then 'worked'
        when w.hired_on is null then 'unknown'
        when c.contract_until + 1 >= w.hired_on + make_interval(months => p.value::integer)
            and coalesce(w.left_on + 1 >= w.hired_on + make_interval(months => p.value::integer), true) then 'contract'
        when o.month >= w.hired_on - make_interval(months => p.value::integer) then 'unknown'
        else 'short'
    end as period,
    case when p.value is null then 'no_parameter:foreigner_months' end as missing
from worker as w
cross join work.scope as s
left join reference.parameter as p on p.name = 'foreigner_months' and p.period @> s.as_of
left join listed as l using (business_id, person_id)
left join contract as c using (business_id, person_id)
left join elsewhere as o using (business_id, person_id);
alter table work.foreigner add primary key (business_id, person_id);
analyze work.foreigner;

-- How many foreigners there are where a source counts them and names nobody. Of several sites of one employer the largest speaks.
create unlogged table work.foreigner_count as
select distinct on (h.identity_id)
    h.identity_id as business_id, h.foreigners, h.workers, h.as_of as counted_on, h.source, h.batch_id, h.line
from work.headcount as h
where h.foreigners is not null
order by h.identity_id, h.as_of desc, h.foreigners desc, h.batch_id desc, h.line;
alter table work.foreigner_count add primary key (business_id);
analyze work.foreigner_count;
