-- How many workers of registered employers the lists that speak have, by what rules can tell of them. period: of foreigners, by
-- what they are known to work long enough (work.foreigner).
create unlogged table work.workforce_count as
select
    l.business_id, l.month, n.known, n.enrolled, n.has_wage, coalesce(n.period, 'worked') as period, n.workers, l.region_code,
    l.listed_on, l.list_covers, l.list_incomplete
from (
    select
        w.roster_id, w.known, w.valid_from is not null as enrolled, w.wage is not null as has_wage, f.period, count(*) as workers
    from work.workforce as w
    left join work.foreigner as f using (business_id, person_id)
    group by w.roster_id, w.known, w.valid_from is not null, w.wage is not null, f.period
) as n
inner join work.list_part as l using (roster_id)
where l.registered;
analyze work.workforce_count;
