-- How many of the workers that an employer has enrolled are reported at exactly the minimum wage of the month, and from
-- which number and share on that is looked at (settings).
create unlogged table work.wage_share as
select
    e.business_id,
    count(*) as workers,
    count(*) filter (where e.wage = t.floor) as at_floor,
    t.floor,
    law.setting('floor_wage_min_workers', s.as_of) as least_workers,
    law.setting('floor_wage_share', s.as_of) as least_share,
    case
        when t.missing is not null then t.missing
        when min(e.listed_on) < s.month then 'member_list_too_old'
        -- In the years before it, no wage was raised to the minimum.
        when t.floor = 0 then 'no_minimum_wage'
    end as missing
from work.enrolment as e
inner join work.business as b using (business_id)
cross join work.scope as s
inner join work.tariff as t on t.region_code = b.region_code and t.month = s.month
where b.registered and b.active and e.valid_from <= s.as_of and e.valid_to > s.as_of
group by e.business_id, t.floor, t.missing, s.as_of, s.month;
alter table work.wage_share add primary key (business_id);
analyze work.wage_share;
