-- The contribution of a month's members by law, to hold against the bill. Members of a month are those whom the newest
-- member list shows for the whole of it: who came or went during the month may be on the bill or not.
-- listed_wages: the month of a list, from the wages it gives. They are not lifted to the minimum wage (DAT-02) nor
-- to what other lists say (DAT-01), so that no rupiah is counted by two rules. list_batch, list_line: the list, if it is one of an
-- earlier month.
-- minimum_wages: earlier months without a list. That of a later month gives no wages of theirs, but nobody's contribution is less
-- than that on the minimum wage of the month: a lower bound. Whoever is listed below the minimum wage of today is left out
-- (DAT-02).
-- Only months that ask for it: the bill lacks more than rounding explains, or is a bill of the list's month that is not paid.

-- Whose smallest bill covers the least contribution of everybody who was ever a member, even by the highest minimum wage,
-- need no closer look: most of them.
create unlogged table work.low_bill as
select d.business_id
from work.member_due as d
inner join work.list_month as m using (business_id)
inner join work.billed as b using (business_id)
where d.ever * m.top_contribution > b.least_asked;
analyze work.low_bill;

-- Who of them has a month without list whose bill covers less than the minimum wage of everybody.
create unlogged table work.low_month as
select distinct b.business_id
from work.low_bill as a
inner join work.bill as b using (business_id)
inner join work.member_due as n using (business_id)
inner join work.list_month as m using (business_id)
inner join work.tariff as t on t.region_code = m.region_code and t.month = b.month
where b.asked and b.month < m.month and t.missing is null
    and not exists (select from work.earlier_due as o where o.business_id = b.business_id and o.month = b.month)
    and n.ever * (law.share(t.floor, t.employer_rate) + law.share(t.floor, t.worker_rate)) > b.billed;
analyze work.low_month;

create unlogged table work.recalculated as
-- Whole months of membership: as many more members from the first month on, and less from the month after the last.
-- Nobody is joined with a series of months.
with span as (
    select s.business_id, s.first_month, s.end_month, count(*)::integer as members
    from (
        select
            e.business_id,
            case
                when e.valid_from <= k.recalculated_from then k.recalculated_from
                else (date_trunc('month', (e.valid_from - 1)::timestamp) + interval '1 month')::date
            end as first_month,
            case
                when e.valid_to = 'infinity' then e.valid_to else date_trunc('month', e.valid_to::timestamp)::date
            end as end_month
        from work.enrolment as e
        inner join work.list_month as m using (business_id)
        inner join work.low_month as d using (business_id)
        cross join work.limits as k
        where e.wage >= m.top_floor
    ) as s
    where s.first_month < s.end_month
    group by s.business_id, s.first_month, s.end_month
),

counted as (
    select
        v.business_id, v.month, v.is_bill, v.billed, v.batch_id, v.line,
        sum(v.members) over (partition by v.business_id order by v.month) as members
    from (
        select
            s.business_id, s.first_month as month, s.members, false as is_bill, null::bigint as billed, null::integer as batch_id,
            null::integer as line
        from span as s
        union all
        select s.business_id, s.end_month, -s.members, false, null, null, null from span as s where s.end_month < 'infinity'
        union all
        select b.business_id, b.month, 0, true, b.billed, b.batch_id, b.line
        from work.bill as b
        inner join work.low_month as d using (business_id)
        inner join work.list_month as m using (business_id)
        where b.asked and b.month < m.month
    ) as v
),

due as (
    select
        b.business_id, m.month, b.list_bill as billed, b.list_bill_batch as batch_id, b.list_bill_line as line, l.members, l.base,
        l.employer_share, l.worker_share, l.shares, 'listed_wages' as basis, null::integer as list_batch, null::integer as list_line
    from work.billed as b
    inner join work.list_month as m using (business_id)
    inner join work.member_due as l using (business_id)
    where b.list_bill is not null and m.missing is null
    union all
    select
        o.business_id, o.month, o.billed, o.bill_batch, o.bill_line, o.members, o.base, o.employer_share, o.worker_share, o.shares,
        'listed_wages', o.batch_id, o.line
    from work.earlier_due as o
    where not o.twice
    union all
    select
        c.business_id, c.month, c.billed, c.batch_id, c.line, c.members, c.members * t.floor,
        c.members * law.share(t.floor, t.employer_rate), c.members * law.share(t.floor, t.worker_rate), 2 * c.members,
        'minimum_wages', null, null
    from counted as c
    inner join work.list_month as m using (business_id)
    inner join work.tariff as t on t.region_code = m.region_code and t.month = c.month
    where c.is_bill and t.missing is null
        and not exists (select from work.earlier_due as o where o.business_id = c.business_id and o.month = c.month)
)

select
    d.business_id, d.month, d.members, d.base, d.employer_share, d.worker_share, d.employer_share + d.worker_share as total, d.basis,
    d.billed, coalesce(u.paid, d.billed) as paid, d.batch_id, d.line, d.shares * k.share_tolerance as tolerance,
    d.list_batch, d.list_line
from due as d
left join work.unpaid as u using (business_id, month)
cross join work.limits as k
where d.employer_share + d.worker_share > d.billed + d.shares * k.share_tolerance
    or d.basis = 'listed_wages' and u.paid is not null;
alter table work.recalculated add primary key (business_id, month);
analyze work.recalculated;

-- Lists that name a worker twice at once contradict themselves: such an employer's members cannot be counted.
create unlogged table work.enrolled_twice as
select distinct a.business_id
from work.enrolled_anew as a
where a.valid_to > a.later_from and exists (select from work.recalculated as r where r.business_id = a.business_id);
alter table work.enrolled_twice add primary key (business_id);
analyze work.enrolled_twice;
