-- What a member list can be held against: its month, and the figures of that month.
create unlogged table work.list_month as
select
    m.business_id, b.region_code, d.month, (d.month + interval '1 month')::date as next_month, m.listed_on,
    t.cap, t.employer_rate, t.worker_rate, t.extra_family_rate, f.top_floor, f.top_contribution,
    case when t.cap + t.employer_rate + t.worker_rate + t.extra_family_rate is null then t.missing end as missing
from work.member_list as m
inner join work.business as b using (business_id)
cross join lateral (select date_trunc('month', m.listed_on::timestamp)::date as month) as d
left join work.tariff as t on t.region_code = b.region_code and t.month = d.month
left join (
    select
        t.region_code, max(t.floor) as top_floor,
        max(law.share(t.floor, t.employer_rate) + law.share(t.floor, t.worker_rate)) as top_contribution
    from work.tariff as t
    inner join work.limits as k on t.month >= k.recalculated_from
    group by t.region_code
) as f on f.region_code = b.region_code;
alter table work.list_month add primary key (business_id);
analyze work.list_month;

-- The contribution of the members whom the list shows for the whole of its month, from the wages it gives. ever: how many
-- there are at any time whose wage is not below a minimum wage.
create unlogged table work.member_due as
select
    e.business_id,
    count(*) filter (where e.whole) as members,
    law.total(e.base) filter (where e.whole) as base,
    law.total(law.share(e.base, e.employer_rate)) filter (where e.whole) as employer_share,
    law.total(law.share(e.base, e.worker_rate) + law.share(e.base, e.extra_family_rate * e.extra_family)) filter (where e.whole)
        as worker_share,
    law.total(2 + (e.extra_family > 0)::integer) filter (where e.whole) as shares,
    count(*) filter (where e.is_ever) as ever
from (
    select
        e.business_id, e.extra_family, least(e.wage, m.cap) as base, m.employer_rate, m.worker_rate, m.extra_family_rate,
        e.valid_from <= m.month and e.valid_to >= m.next_month as whole, e.wage >= m.top_floor as is_ever
    from work.enrolment as e
    inner join work.list_month as m using (business_id)
    -- So that it is worked out once a member.
    offset 0
) as e
group by e.business_id;
alter table work.member_due add primary key (business_id);
analyze work.member_due;
