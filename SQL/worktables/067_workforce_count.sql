-- How many workers of registered employers the lists that speak have, by what rules can tell of them. period: of foreigners, by
-- what they are known to work long enough (work.foreigner).
create unlogged table work.workforce_count as
select
    n.*, b.region_code, m.listed_on, coalesce(m.listed_on >= n.month, false) as list_covers,
    coalesce(m.incomplete, false) as list_incomplete
from (
    select
        w.business_id, w.month, w.known, w.valid_from is not null as enrolled, w.wage is not null as has_wage,
        coalesce(f.period, 'worked') as period, count(*) as workers
    from work.workforce as w
    left join work.foreigner as f using (business_id, person_id)
    where w.registered and w.active and w.fresh
    group by w.business_id, w.month, w.known, w.valid_from is not null, w.wage is not null, coalesce(f.period, 'worked')
) as n
inner join work.business as b using (business_id)
left join work.member_list as m using (business_id);
analyze work.workforce_count;
