-- Months in which a worker was not enrolled after having been taken off: between two enrolments (off_on), or after a
-- departure that the employer reported (left), as far back as an audit looks. What the worker lists of these months say of
-- the worker tells whether the work went on.
-- unsure: it began earlier than the audit looks back, the member list has no end of the enrolment, or a list has the worker hired
-- anew since. is_reported: a list of
-- the employer says that the worker had left, so that the first wage may be the final pay. reason: why the
-- member list cannot tell.
create unlogged table work.interruption as
with history as (
    select
        s.as_of,
        s.month,
        (s.month - make_interval(months => law.setting('wage_history_months', s.as_of)::integer - 1))::date as first_month
    from work.scope as s
),

-- Few are enrolled again.
again as (
    select distinct a.business_id, a.person_id
    from work.enrolled_anew as a
    cross join history as h
    where a.later_from between h.first_month + interval '1 month' and h.as_of and a.valid_to < a.later_from
),

-- Enrolments of two numbers of one employer may overlap.
enrolment as (
    select
        e.business_id, e.person_id, e.valid_from, e.batch_id, e.line, max(e.valid_to) over before as ended_on,
        lag(e.batch_id) over of_worker as ended_batch, lag(e.line) over of_worker as ended_line
    from work.enrolment as e
    inner join again using (business_id, person_id)
    window of_worker as (partition by e.business_id, e.person_id order by e.valid_from),
        before as (of_worker rows between unbounded preceding and 1 preceding)
),

-- A month is without enrolment when no day of it is covered.
off_on as (
    select
        e.*,
        date_trunc('month', e.ended_on + interval '1 month - 1 day')::date as first_month,
        (date_trunc('month', e.valid_from) - interval '1 month')::date as last_month
    from enrolment as e
    cross join history as h
    where e.ended_on < e.valid_from and e.valid_from <= h.as_of
),

-- Of these and of who departed, whom the lists report as gone or hired, and when.
said as (
    select distinct a.business_id, a.person_id, l.left_on, l.hired_on
    from (select * from again union select d.business_id, d.person_id from work.departure as d) as a
    inner join work.identity as i on i.identity_id = a.business_id
    inner join register.roster as r on r.business_id = i.business_id
    inner join work.batch as b on b.batch_id = r.batch_id
    inner join register.roster_line as l
        on (l.business_id, l.batch_id, l.roster_id) = (r.business_id, r.batch_id, r.roster_id) and l.person_id = a.person_id
    where l.left_on is not null or l.hired_on is not null
),

told as (
    select
        o.business_id, o.person_id, o.valid_from,
        bool_or(g.left_on > o.ended_on - interval '1 month' and g.left_on < o.valid_from) as left_then,
        bool_or(g.hired_on > o.ended_on and g.hired_on < o.valid_from + interval '1 month') as hired_then
    from off_on as o
    inner join said as g using (business_id, person_id)
    group by o.business_id, o.person_id, o.valid_from
),

departed as (
    select
        d.business_id, d.person_id, d.batch_id, d.line, l.listed_on, l.incomplete,
        date_trunc('month', greatest(d.left_on, e.ended_on) + interval '1 month - 1 day')::date as first_month,
        coalesce(e.ended_on > l.listed_on, false) as enrolled,
        e.ended_on is null or coalesce(g.hired_on > greatest(d.left_on, e.ended_on), false) as unsure
    from work.departure as d
    left join work.departed_member as m using (business_id, person_id)
    left join work.member_list as l on l.business_id = d.business_id
    left join (
        select business_id, person_id, max(hired_on) as hired_on from said group by business_id, person_id
    ) as g on (g.business_id, g.person_id) = (d.business_id, d.person_id)
    left join (
        select business_id, person_id, max(valid_to) as ended_on
        from work.enrolment
        inner join work.departure as d using (business_id, person_id)
        group by business_id, person_id
    ) as e on (e.business_id, e.person_id) = (d.business_id, d.person_id)
    where (m.person_id is not null or l.business_id is null) and coalesce(e.ended_on < 'infinity', true)
)

select
    o.business_id, o.person_id, 'off_on' as pattern, greatest(o.first_month, h.first_month) as first_month, o.last_month,
    o.first_month < h.first_month or coalesce(t.hired_then, false) as unsure,
    coalesce(t.left_then, false) as is_reported,
    case when l.incomplete then 'member_list_incomplete' end as reason,
    array[
        row('enrolment', o.ended_batch, o.ended_line)::audit.source_line,
        row('enrolment', o.batch_id, o.line)::audit.source_line
    ] as sources
from off_on as o
cross join history as h
inner join work.member_list as l using (business_id)
left join told as t on (t.business_id, t.person_id, t.valid_from) = (o.business_id, o.person_id, o.valid_from)
where o.first_month <= o.last_month and o.last_month >= h.first_month
union all
select
    d.business_id, d.person_id, 'left', greatest(d.first_month, h.first_month),
    case when d.listed_on >= d.first_month then least(date_trunc('month', d.listed_on)::date, h.month) else h.month end,
    d.unsure or d.first_month < h.first_month, true,
    case
        when d.listed_on is null then 'no_member_list'
        when d.listed_on < d.first_month then 'member_list_too_old'
        when d.incomplete then 'member_list_incomplete'
    end,
    array[row('mutation', d.batch_id, d.line)::audit.source_line]
from departed as d
cross join history as h
where not d.enrolled and d.first_month <= h.month;
create index on work.interruption (business_id, person_id);
analyze work.interruption;
