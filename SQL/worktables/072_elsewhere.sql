-- What place workers who are not enrolled by their employer have in JKN instead, by the rule that says so: another segment
-- (SEG-01, SEG-02), or that of a worker's spouse (SEG-03). reason: why it cannot be judged.
-- money_in: the rule in which the worker's contribution counts. Where REG-02 finds the worker it counts there, because that is
-- the breach, and these rules tell more of it; where REG-02 has no member list to find by, in the first of these rules.
create unlogged table work.elsewhere as
with official as (
    select
        u.business_id, u.person_id, g.segment, g.listed_on, g.valid_from, 'segment' as kind, g.batch_id, g.line,
        case
            when not g.is_clear then 'two_segments'
            when g.listed_on < u.month then 'segment_list_too_old'
            when u.missing_term is not null then u.missing_term
            when g.listed_on <= u.report_until then 'deadline_running'
        end as reason,
        -- A later list shows the month of the worker list only by the day from which the worker is in the segment.
        case when g.listed_on < u.month + interval '1 month' or g.valid_from < u.month + interval '1 month'
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
        e.line, null::text as reason, 'presumption' as strength
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
            when u.missing_term is not null then u.missing_term
            when f.listed_on <= u.report_until then 'deadline_running'
        end as reason,
        -- By a later list the spouse may have stopped working by then.
        case when u.is_missing and f.listed_on < u.month + interval '1 month' then 'established' else 'presumption' end as strength
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
)

select
    p.*,
    case
        when u.is_missing then 'REG-02'
        -- A foreigner whose contract alone is long enough.
        when u.period = 'contract' and u.list_covers and not u.list_incomplete then 'TKA-01'
        else min(p.rule) filter (where p.reason is null) over (partition by p.business_id, p.person_id)
    end as money_in
from place as p
inner join work.unenrolled as u using (business_id, person_id);
alter table work.elsewhere add primary key (business_id, person_id, rule);
analyze work.elsewhere;
