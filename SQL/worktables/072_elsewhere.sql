-- What place workers who are not enrolled by their employer have in JKN instead, by the rule that says so: another segment
-- (SEG-01, SEG-02), or that of a worker's spouse (SEG-03). reason: why it cannot be judged.
-- money_in: the rule in which the worker's contribution counts. Where REG-02 finds the worker it counts there, because that is
-- the breach, and these rules tell more of it; where REG-02 has no member list to find by, in the first of these rules. Once
-- only, because the warning names the worker with the amount: amount is 0 and money empty where it counts elsewhere.
create unlogged table work.elsewhere as
with official as (
    select
        u.business_id, u.person_id, g.segment, g.listed_on, g.valid_from, 'segment' as kind, g.batch_id, g.line,
        case
            when not g.is_clear then 'two_segments'
            when g.listed_on < u.month then 'segment_list_too_old'
            when u.wage = 0 then 'no_pay'
            when u.missing_term is not null then u.missing_term
            when g.listed_on <= u.report_until then 'deadline_running'
        end as reason,
        -- A later list shows the month of the worker list only by the day from which the worker is in the segment.
        case when not u.said_gone
            and (g.listed_on < u.month + interval '1 month' or g.valid_from < u.month + interval '1 month')
            then 'established' else 'presumption' end as strength
    from work.unenrolled as u
    inner join work.segment as g using (person_id)
    -- Who came into the segment after that month may have stopped working.
    where coalesce(g.valid_from < u.month + interval '1 month', true)
),

stated as (
    -- What the employer itself says of it, on this list or a later one.
    select distinct on (u.business_id, u.person_id)
        u.business_id, u.person_id, e.segment, e.as_of as listed_on, null::date as valid_from, 'employment' as kind, e.batch_id,
        e.line, case when u.wage = 0 then 'no_pay' end as reason, 'presumption' as strength
    from work.employment as e
    inner join work.identity as i using (business_id)
    left join work.merged_person as m using (person_id)
    inner join work.unenrolled as u
        on u.business_id = i.identity_id and u.person_id = coalesce(m.identity_id, e.person_id) and u.month <= e.month
    where e.segment is not null
        and not exists (select from work.segment as g where g.person_id = u.person_id)
    order by u.business_id, u.person_id, e.as_of desc, e.batch_id desc
),

spouse as (
    select distinct on (u.business_id, u.person_id)
        u.business_id, u.person_id, null::text as segment, f.listed_on, null::date as valid_from, 'member_family' as kind,
        f.batch_id, f.line,
        case
            when f.listed_on < u.month then 'member_list_too_old'
            when u.wage = 0 then 'no_pay'
            when u.missing_term is not null then u.missing_term
            when f.listed_on <= u.report_until then 'deadline_running'
        end as reason,
        -- By a later list the spouse may have stopped working by then.
        case when u.is_missing and not u.said_gone and f.listed_on < u.month + interval '1 month' then 'established' else 'presumption' end as strength
    from work.unenrolled as u
    inner join work.family_enrolled as f using (person_id)
    where f.relation = 'spouse' and f.valid_from < u.month + interval '1 month' and f.valid_to > u.month
        -- Enrolled by another employer the worker is more than a dependant.
        and not exists (
            select from work.enrolment as e
            where e.person_id = u.person_id and e.valid_from < u.month + interval '1 month' and e.valid_to > u.month
        )
        and not exists (
            select from work.outside_enrolment as e
            where e.person_id = u.person_id and e.valid_from < u.month + interval '1 month' and e.valid_to > u.month
        )
    order by u.business_id, u.person_id, f.listed_on desc, f.batch_id desc, f.line
),

place as (
    select 'SEG-03' as rule, s.* from spouse as s
    union all
    select case o.segment when 'PBPU' then 'SEG-02' else 'SEG-01' end, o.*
    from (select * from official union all select * from stated) as o
    where o.segment in ('PBI-JK', 'PBPU-BP Pemda', 'PBPU')
),

counted as (
    select
        p.*,
        case
            when u.is_missing then 'REG-02'
            -- A foreigner whose contract alone is long enough.
            when u.period = 'contract' and u.list_covers and not u.list_incomplete and u.unproven is null then 'TKA-01'
            else min(p.rule) filter (where p.reason is null) over (partition by p.business_id, p.person_id)
        end as money_in
    from place as p
    inner join work.unenrolled as u using (business_id, person_id)
)

select
    c.rule, c.business_id, c.person_id, c.segment, c.listed_on, c.valid_from, c.reason, c.strength, c.money_in,
    u.month, u.source, u.wage, u.floor, u.cap, u.base, u.open_amount,
    case when c.money_in = c.rule then u.total else 0 end as amount,
    array_remove(array[case when c.money_in = c.rule and u.open_amount is null then row(
        u.month, u.wage, u.base, u.employer_share, u.worker_share, u.total, 0, u.total
    )::audit.money_line end], null) as money,
    array[
        row(u.line_kind, u.batch_id, u.line)::audit.source_line, row(c.kind, c.batch_id, c.line)::audit.source_line
    ] as sources
from counted as c
inner join work.unenrolled as u using (business_id, person_id);
alter table work.elsewhere add primary key (business_id, person_id, rule);
analyze work.elsewhere;

-- How many workers each of these rules could look up, and how many not, by reason (null: it could).
create unlogged table work.place_asked as
with list as (
    -- Not in the segments of SEG-01 is who is in neither list.
    select
        'SEG-01' as rule, case when count(*) = 2 then min(l.listed_on) end as listed_on, 'segment_list' as name
    from work.segment_list as l
    where l.segment in ('PBI-JK', 'PBPU-BP Pemda')
    union all
    select 'SEG-02', max(l.listed_on), 'segment_list' from work.segment_list as l where l.segment = 'PBPU'
    union all
    select 'SEG-03', max(b.as_of), 'member_list' from work.batch as b where b.kind = 'jkn-members'
)

select l.rule, u.business_id, r.reason, count(*) as subjects
from work.unenrolled as u
cross join list as l
left join work.elsewhere as e on (e.business_id, e.person_id, e.rule) = (u.business_id, u.person_id, l.rule)
cross join lateral (
    select case
        when e.rule is not null then e.reason
        when l.listed_on is null then 'no_' || l.name
        when l.listed_on < u.month then l.name || '_too_old'
    end as reason
) as r
group by l.rule, u.business_id, r.reason
union all
select l.rule, w.business_id, 'no_nik', w.workers from work.workforce_count as w cross join list as l where not w.known
union all
select l.rule, g.business_id, g.reason, 1 from work.roster_gap as g cross join list as l
union all
-- The breach itself stands; only its amount is open.
select e.rule, e.business_id, 'amount:' || e.open_amount, count(*)
from work.elsewhere as e
where e.reason is null and e.money_in = e.rule and e.open_amount is not null
group by e.rule, e.business_id, e.open_amount;
analyze work.place_asked;
