-- Registered employers whose workers nobody names in full. month: that of the count.
create unlogged table work.unlisted as
select
    b.business_id, b.region_code, b.headcount, b.headcount_on, b.headcount_registered,
    m.month, (m.month + interval '1 month')::date as next_month
from work.business as b
left join work.roster as r using (business_id)
cross join lateral (select date_trunc('month', b.headcount_on::timestamp)::date as month) as m
where b.registered and b.active and not coalesce(r.whole, false);
analyze work.unlisted;

-- How many workers they have against how many are enrolled. Of what the member lists show in the month of the count, what the
-- newest shows on its own date and what the source of the count itself says the largest speaks: a list may leave out who has
-- gone since. Where none of them says anything, the participants of the bills of that month and the next count: family members
-- may be among them, and who was enrolled since the bill was made is not.
-- missing: why an employer cannot be judged; counted_by_name where partial lists name workers who are not enrolled: REG-02
-- counts these, and nobody is counted by both.
create unlogged table work.headcount_gap as
with member as (
    select
        e.business_id,
        count(distinct e.person_id) filter (where e.was_enrolled) as then_enrolled,
        count(distinct e.person_id) filter (where e.is_enrolled) as now_enrolled
    from (
        select
            b.business_id, e.person_id, e.valid_from < b.next_month and e.valid_to > b.month as was_enrolled,
            e.valid_from <= e.listed_on and e.valid_to > e.listed_on as is_enrolled
        from work.unlisted as b
        inner join work.enrolment as e using (business_id)
        where b.headcount is not null
        -- So that all enrolments are not sorted for the few that are counted.
        offset 0
    ) as e
    group by e.business_id
),

-- Other lists of that month or later may name some who have gone since.
others as (
    select o.business_id, max(o.members) as members
    from (
        select p.business_id, p.listed_on, count(distinct p.person_id) as members
        from (
            select
                b.business_id, l.listed_on, e.person_id, e.batch_id,
                e.valid_from < b.next_month and e.valid_to > b.month as was_enrolled,
                -- A worker whom several parts of a list name is as the latest part says.
                max(e.batch_id) over (partition by l.record_id, l.listed_on, e.person_id) as latest
            from work.unlisted as b
            inner join work.other_list as l using (business_id)
            inner join register.enrolment as e on e.business_id = l.record_id and e.batch_id = l.batch_id
            where l.listed_on >= b.month
        ) as p
        where p.batch_id = p.latest and p.was_enrolled
        group by p.business_id, p.listed_on
    ) as o
    group by o.business_id
),

named as (
    select distinct w.business_id
    from work.workforce_count as w
    where w.list_covers and not w.enrolled and not w.list_incomplete and w.known
)

select
    b.business_id,
    b.region_code,
    b.headcount,
    b.headcount_on,
    c.registered,
    case when f.members is null then 'list' else 'bill' end as registered_by,
    f.batch_id as bill_batch,
    f.line as bill_line,
    case
        when b.headcount is null then 'no_headcount'
        when b.headcount_on < k.headcounts_from then 'headcount_too_old'
        when l.listed_on >= b.month and l.incomplete then 'member_list_incomplete'
        when a.known or f.members is not null
            then case when n.business_id is not null and b.headcount > c.registered then 'counted_by_name' end
        when l.listed_on is null then 'no_member_list'
        else 'member_list_too_old'
    end as missing
from work.unlisted as b
cross join work.limits as k
left join work.member_list as l using (business_id)
left join member as m using (business_id)
left join others as p using (business_id)
left join named as n using (business_id)
cross join lateral (
    select coalesce(l.listed_on >= b.month, false) or b.headcount_registered is not null as known
) as a
left join lateral (
    select o.members, o.batch_id, o.line
    from work.bill as o
    where not a.known and o.business_id = b.business_id and o.month in (b.month, b.next_month)
        and exists (select from work.bill as m where m.business_id = b.business_id and m.month = b.month)
    order by o.members desc, o.month
    limit 1
) as f on true
cross join lateral (
    select greatest(
        coalesce(m.then_enrolled, 0), coalesce(m.now_enrolled, 0), coalesce(p.members, 0), coalesce(b.headcount_registered, 0),
        coalesce(f.members, 0)
    ) as registered
) as c;
alter table work.headcount_gap add primary key (business_id);
analyze work.headcount_gap;
