-- What the full worker lists of the months of an interruption say: in how many months they name the worker (named; a wage of
-- nothing is no work), in how many there is a list (lists), and how many months there are (months). After a departure the
-- months up to the last one that names the worker count; later_lists name the worker no more. missing: why what is due for
-- these months is open.
create unlogged table work.interrupted_pay as
with paid as (
    select
        i.business_id, i.person_id, i.pattern, i.first_month, count(*) as named, min(w.month) as first_named,
        max(w.month) as last_named, max(coalesce(t.missing, case when w.wage is null then 'no_wage' end)) as missing
    from work.interruption as i
    inner join work.wage_month as w using (business_id, person_id)
    inner join work.business as b using (business_id)
    left join work.tariff as t on t.region_code = b.region_code and t.month = w.month
    where w.month between i.first_month and i.last_month and w.wage is distinct from 0
    group by i.business_id, i.person_id, i.pattern, i.first_month
),

listed as (
    select
        i.business_id, i.person_id, i.pattern, i.first_month,
        count(distinct l.month) filter (where i.pattern = 'off_on' or l.month <= p.last_named) as lists,
        count(distinct l.month) filter (where i.pattern = 'left' and l.month > p.last_named) as later_lists
    from work.interruption as i
    left join paid as p using (business_id, person_id, pattern, first_month)
    inner join work.wage_list as l on l.business_id = i.business_id and l.month between i.first_month and i.last_month
    group by i.business_id, i.person_id, i.pattern, i.first_month
)

select
    i.*,
    coalesce(p.named, 0) as named,
    p.missing,
    p.first_named,
    p.last_named,
    coalesce(l.lists, 0) as lists,
    coalesce(l.later_lists, 0) as later_lists,
    (date_part('year', age(e.last_month, i.first_month)) * 12 + date_part('month', age(e.last_month, i.first_month)))::integer + 1
        as months
from work.interruption as i
left join paid as p using (business_id, person_id, pattern, first_month)
left join listed as l using (business_id, person_id, pattern, first_month)
cross join lateral (select case i.pattern when 'left' then p.last_named else i.last_month end as last_month) as e;
create index on work.interrupted_pay (business_id, person_id);
analyze work.interrupted_pay;
