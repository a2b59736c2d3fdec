-- The member lists of each employer besides the one that speaks, with their files. What that one says of an earlier month it
-- says by leaving out: a list of those who are enrolled today does not name who has left since.
create unlogged table work.other_list as
select n.business_id, n.record_id, n.listed_on, t.batch_id
from work.member_naming as n
inner join work.member_list as l using (business_id)
inner join import.touched as t on t.business_id = n.record_id
inner join work.batch as b on b.batch_id = t.batch_id and b.list_id = n.list_id
where n.listed_on <> l.listed_on;
analyze work.other_list;

-- Those that tell who was enrolled in the month of a worker list: of that month or later, and where no list is of that month
-- the newest before it. of_month: no older than the month. tells_wage: no newer than the list that speaks, whose wages are those of
-- its own day.
create unlogged table work.month_list as
with roster as (
    select
        p.business_id, p.month, max(n.listed_on) filter (where n.listed_on < p.month) as before,
        coalesce(bool_or(n.listed_on >= p.month and n.listed_on < p.next_month), false) as within
    from (select distinct r.business_id, r.month, r.next_month from work.roster_part as r) as p
    inner join work.member_naming as n using (business_id)
    where exists (select from work.other_list)
    group by p.business_id, p.month
)

select
    r.business_id, r.month, o.record_id, o.batch_id, o.listed_on,
    o.listed_on >= r.month as of_month, o.listed_on < l.listed_on as tells_wage
from roster as r
inner join work.member_list as l using (business_id)
inner join work.other_list as o using (business_id)
where o.listed_on >= r.month or (not r.within and o.listed_on = r.before);
analyze work.month_list;
