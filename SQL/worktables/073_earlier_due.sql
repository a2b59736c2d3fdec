-- The contribution of the members by the wages that the lists of earlier months give: of each month before that of the list that
-- speaks the newest list of it, held against the bill of the month. batch_id, line: where the list begins to name members.
create unlogged table work.earlier_list as
select
    o.business_id, o.record_id, o.batch_id, o.month, (o.month + interval '1 month')::date as next_month,
    b.billed, b.batch_id as bill_batch, b.line as bill_line, m.region_code,
    count(*) over (partition by o.business_id, o.month) = 1 as single
from (
    select
        l.*, d.month, max(l.listed_on) over (partition by l.business_id, d.month) as newest
    from work.other_list as l
    cross join lateral (select date_trunc('month', l.listed_on::timestamp)::date as month) as d
) as o
inner join work.list_month as m using (business_id)
inner join work.bill as b on b.business_id = o.business_id and b.month = o.month
where o.listed_on = o.newest and o.month < m.month and b.asked;
analyze work.earlier_list;

create unlogged table work.earlier_due as
with member as (
    select l.business_id, l.month, e.person_id, e.wage, e.extra_family, e.batch_id, e.line
    from work.earlier_list as l
    inner join register.enrolment as e on e.business_id = l.record_id and e.batch_id = l.batch_id
    where l.single and e.valid_from <= l.month and e.valid_to >= l.next_month
    union all
    -- A worker whom several parts of a list name is as the latest part says.
    select p.business_id, p.month, p.person_id, p.wage, p.extra_family, p.batch_id, p.line
    from (
        select
            l.business_id, l.month, l.next_month, e.person_id, e.wage, e.extra_family, e.valid_from, e.valid_to, e.batch_id, e.line,
            max(e.batch_id) over (partition by l.record_id, l.month, e.person_id) as latest
        from work.earlier_list as l
        inner join register.enrolment as e on e.business_id = l.record_id and e.batch_id = l.batch_id
        where not l.single
    ) as p
    where p.batch_id = p.latest and p.valid_from <= p.month and p.valid_to >= p.next_month
)

select
    n.business_id, n.month, l.billed, l.bill_batch, l.bill_line, count(*) as members,
    sum(least(n.wage, t.cap))::bigint as base,
    sum(law.share(least(n.wage, t.cap), t.employer_rate))::bigint as employer_share,
    sum(law.share(least(n.wage, t.cap), t.worker_rate)
        + law.share(least(n.wage, t.cap), t.extra_family_rate * n.extra_family))::bigint as worker_share,
    sum(2 + (n.extra_family > 0)::integer) as shares,
    min(n.batch_id) as batch_id,
    (array_agg(n.line order by n.batch_id, n.line))[1] as line,
    -- A list that names a worker twice at once contradicts itself.
    count(*) > count(distinct n.person_id) as twice
from member as n
inner join (
    select distinct business_id, month, region_code, billed, bill_batch, bill_line from work.earlier_list
) as l using (business_id, month)
inner join work.tariff as t on t.region_code = l.region_code and t.month = n.month
where t.cap + t.employer_rate + t.worker_rate + t.extra_family_rate is not null
group by n.business_id, n.month, l.billed, l.bill_batch, l.bill_line;
alter table work.earlier_due add primary key (business_id, month);
analyze work.earlier_due;
