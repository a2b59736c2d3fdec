-- The contribution of a month's members by law, to hold against the bill. Members of a month are those whom the newest
-- member list shows for the whole of it: who came or went during the month may be on the bill or not.
-- listed_wages: the month of the list itself, from the wages it gives. They are not lifted to the minimum wage (DAT-02) nor
-- to what other lists say (DAT-01), so that no rupiah is counted by two rules.
-- minimum_wages: earlier months. The list gives no wages of theirs, but nobody's contribution is less than that on the
-- minimum wage of the month: a lower bound. Whoever is listed below the minimum wage of today is left out (DAT-02).
-- missing: why a month that has a bill cannot be recalculated.
create unlogged table work.recalculated as
with bill as (
    select
        l.business_id, l.month, b.region_code,
        date_trunc('month', m.listed_on)::date as list_month
    from work.ledger as l
    inner join work.business as b using (business_id)
    cross join work.limits as k
    left join work.member_list as m using (business_id)
    where l.month >= k.recalculated_from and not l.after_closing
),

listed as (
    select
        m.business_id,
        m.list_month as month,
        count(*) as members,
        sum(c.base)::bigint as base,
        sum(d.employer_share)::bigint as employer_share,
        sum(d.worker_share + d.extra_share)::bigint as worker_share,
        sum(2 + (e.extra_family > 0)::integer) as shares
    from bill as m
    inner join work.enrolment as e using (business_id)
    inner join work.month_tariff as t on t.region_code = m.region_code and t.month = m.month
    cross join lateral (select least(e.wage, t.cap) as base) as c
    cross join lateral law.contribution_on_base(
        c.base, t.employer_rate, t.worker_rate, t.extra_family_rate, e.extra_family) as d
    where m.month = m.list_month
        and e.valid_from <= m.month and e.valid_to >= (m.month + interval '1 month')::date
        and d.total is not null
    group by m.business_id, m.list_month
),

-- The highest minimum wage of each region in these months: who is listed with less is the matter of DAT-02.
region as (
    select t.region_code, max(t.floor) as floor
    from work.month_tariff as t
    group by t.region_code
),

-- Whole months of membership, as one more member from the first on and one less after the last. Nobody is joined with a
-- series of months.
span as (
    select
        e.business_id,
        greatest(
            (date_trunc('month', e.valid_from)
                + case when extract(day from e.valid_from) = 1 then interval '0' else interval '1 month' end)::date,
            k.recalculated_from) as first_month,
        date_trunc('month', e.valid_to)::date as end_month
    from work.enrolment as e
    inner join work.business as b using (business_id)
    inner join region as r using (region_code)
    cross join work.limits as k
    where e.wage >= r.floor
),

event as (
    select v.business_id, v.month, sum(v.members)::integer as members
    from (
        select s.business_id, s.first_month as month, 1 as members from span as s where s.first_month < s.end_month
        union all
        select s.business_id, s.end_month, -1 from span as s where s.first_month < s.end_month and s.end_month < 'infinity'
    ) as v
    group by v.business_id, v.month
),

counted as (
    select v.business_id, v.month, v.is_bill, sum(v.members) over (partition by v.business_id order by v.month) as members
    from (
        select e.business_id, e.month, e.members, false as is_bill from event as e
        union all
        select m.business_id, m.month, 0, true from bill as m where m.month < m.list_month
    ) as v
),

least_due as (
    select
        m.business_id,
        m.month,
        c.members::bigint as members,
        (c.members * t.floor)::bigint as base,
        (c.members * law.share(t.floor, t.employer_rate))::bigint as employer_share,
        (c.members * law.share(t.floor, t.worker_rate))::bigint as worker_share
    from counted as c
    inner join bill as m using (business_id, month)
    inner join work.month_tariff as t on t.region_code = m.region_code and t.month = m.month
    where c.is_bill and t.missing is null
)

select
    m.business_id,
    m.month,
    coalesce(l.members, d.members) as members,
    coalesce(l.base, d.base) as base,
    coalesce(l.employer_share, d.employer_share) as employer_share,
    coalesce(l.worker_share, d.worker_share) as worker_share,
    coalesce(l.employer_share + l.worker_share, d.employer_share + d.worker_share) as total,
    coalesce(l.shares, d.members * 2) * k.share_tolerance as tolerance,
    case when m.month = m.list_month then 'listed_wages' when m.month < m.list_month then 'minimum_wages' end as basis,
    case
        when m.list_month is null then 'no_member_list'
        when m.month > m.list_month then 'member_list_too_old'
        when m.month < m.list_month then t.missing
        when t.employer_rate + t.worker_rate + t.extra_family_rate + t.cap is null then t.missing
    end as missing
from bill as m
cross join work.limits as k
left join work.month_tariff as t on t.region_code = m.region_code and t.month = m.month
left join listed as l on l.business_id = m.business_id and l.month = m.month
left join least_due as d on d.business_id = m.business_id and d.month = m.month;
alter table work.recalculated add primary key (business_id, month);
analyze work.recalculated;
