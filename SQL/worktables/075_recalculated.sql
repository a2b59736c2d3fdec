-- The contribution of a month's members by law, to hold against the bill. Members of a month are those whom the newest
-- member list shows for the whole of it: who came or went during the month may be on the bill or not.
-- listed_wages: the month of the list itself, from the wages it gives. They are not lifted to the minimum wage (DAT-02) nor
-- to what other lists say (DAT-01), so that no rupiah is counted by two rules.
-- minimum_wages: earlier months. The list gives no wages of theirs, but nobody's contribution is less than that on the
-- minimum wage of the month: a lower bound. Whoever is listed below the minimum wage of today is left out (DAT-02).
-- Only months that ask for it: the bill lacks more than rounding explains, or is a bill of the list's month that is not paid.

-- What a list can be held against: its month, and the figures of that month.
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

-- Whether the bills of each employer could be held against its members, and why not, by reason (null: some could).
create unlogged table work.recalculation_asked as
select distinct
    l.business_id,
    case
        -- Without payments nobody knows whether more than the bill was paid.
        when k.payments_until is null then 'no_payment_list'
        when m.business_id is null then 'no_member_list'
        when l.month > m.month then 'member_list_too_old'
        when l.month < m.month then t.missing
        else m.missing
    end as reason
from work.ledger as l
inner join work.business as b using (business_id)
inner join work.tariff as t on t.region_code = b.region_code and t.month = l.month
left join work.list_month as m on m.business_id = l.business_id
cross join work.coverage as k
cross join work.scope as s
cross join work.limits as n
where l.month >= n.recalculated_from and l.due_on < coalesce(k.arrears_as_of, s.as_of) and not l.after_closing;
analyze work.recalculation_asked;

create unlogged table work.recalculated as
with bill as (
    select l.business_id, l.month, l.billed, l.paid, l.month = m.month as of_list
    from work.ledger as l
    inner join work.list_month as m using (business_id)
    where l.month between (select k.recalculated_from from work.limits as k) and m.month
        and l.due_on < (select coalesce(k.arrears_as_of, s.as_of) from work.coverage as k cross join work.scope as s)
        and not l.after_closing
),

member as (
    select
        e.business_id,
        count(*) filter (where w.whole) as members,
        sum(least(e.wage, m.cap)) filter (where w.whole)::bigint as base,
        sum(law.share(least(e.wage, m.cap), m.employer_rate)) filter (where w.whole)::bigint as employer_share,
        sum(law.share(least(e.wage, m.cap), m.worker_rate)
            + law.share(least(e.wage, m.cap), m.extra_family_rate * e.extra_family)) filter (where w.whole)::bigint as worker_share,
        sum(2 + (e.extra_family > 0)::integer) filter (where w.whole) as shares,
        count(*) filter (where e.wage >= m.top_floor) as ever
    from work.enrolment as e
    inner join work.list_month as m using (business_id)
    cross join lateral (select e.valid_from <= m.month and e.valid_to >= m.next_month as whole) as w
    group by e.business_id
),

-- Whose bills all cover the least contribution of everybody who was ever a member need no closer look.
-- Whose smallest bill covers the least contribution of everybody who was ever a member, even by the highest minimum wage,
-- need no closer look: most of them.
least as (
    select b.business_id, min(b.billed) as billed from bill as b where not b.of_list group by b.business_id
),

doubtful as (
    select distinct b.business_id
    from least as s
    inner join member as n using (business_id)
    inner join work.list_month as m using (business_id)
    inner join bill as b using (business_id)
    inner join work.tariff as t on t.region_code = m.region_code and t.month = b.month
    where n.ever * m.top_contribution > s.billed and not b.of_list and t.missing is null
        and n.ever * (law.share(t.floor, t.employer_rate) + law.share(t.floor, t.worker_rate)) > b.billed
),

-- Whole months of membership: as many more members from the first month on, and less from the month after the last.
-- Nobody is joined with a series of months.
span as (
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
        inner join doubtful as d using (business_id)
        cross join work.limits as k
        where e.wage >= m.top_floor
    ) as s
    where s.first_month < s.end_month
    group by s.business_id, s.first_month, s.end_month
),

counted as (
    select
        v.business_id, v.month, v.billed, v.paid,
        sum(v.members) over (partition by v.business_id order by v.month) as members
    from (
        select s.business_id, s.first_month as month, s.members, null::bigint as billed, null::bigint as paid from span as s
        union all
        select s.business_id, s.end_month, -s.members, null::bigint, null::bigint from span as s where s.end_month < 'infinity'
        union all
        select b.business_id, b.month, 0, b.billed, b.paid
        from bill as b
        inner join doubtful as d using (business_id)
        where not b.of_list
    ) as v
),

due as (
    select
        b.business_id, b.month, b.billed, b.paid, l.members, l.base, l.employer_share, l.worker_share, l.shares,
        'listed_wages' as basis
    from bill as b
    inner join member as l using (business_id)
    inner join work.list_month as m using (business_id)
    where b.of_list and m.missing is null
    union all
    select
        c.business_id, c.month, c.billed, c.paid, c.members, c.members * t.floor,
        c.members * law.share(t.floor, t.employer_rate), c.members * law.share(t.floor, t.worker_rate), 2 * c.members,
        'minimum_wages'
    from counted as c
    inner join work.list_month as m using (business_id)
    inner join work.tariff as t on t.region_code = m.region_code and t.month = c.month
    where c.billed is not null and t.missing is null
)

select
    d.business_id, d.month, d.members, d.base, d.employer_share, d.worker_share, d.employer_share + d.worker_share as total, d.basis,
    d.shares * k.share_tolerance as tolerance
from due as d
cross join work.limits as k
where d.employer_share + d.worker_share > d.billed + d.shares * k.share_tolerance
    or d.basis = 'listed_wages' and d.paid < d.billed;
alter table work.recalculated add primary key (business_id, month);
analyze work.recalculated;

-- Lists that name a worker twice at once contradict themselves: such an employer's members cannot be counted.
create unlogged table work.enrolled_twice as
select distinct e.business_id
from work.enrolled_again as a
inner join work.enrolment as e using (person_id)
inner join work.enrolment as n using (business_id, person_id)
where e.valid_from < n.valid_from and e.valid_to > n.valid_from
    and exists (select from work.recalculated as r where r.business_id = e.business_id);
alter table work.enrolled_twice add primary key (business_id);
analyze work.enrolled_twice;
