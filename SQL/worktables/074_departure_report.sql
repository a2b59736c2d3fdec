-- Workers whom an employer's own list reports as gone, and who stand on none of its lists now: the newest departure, and the
-- last day to report it. reported_on: the day on which it was reported, where a list has it; is_form: it is from a form that
-- reports to BPJS Kesehatan; is_dismissal: the form gives dismissal (PHK) as the cause.
create unlogged table work.departure_report as
with newest as (
    select distinct on (g.business_id, g.person_id)
        g.business_id, g.person_id, g.left_on, g.batch_id, g.line,
        -- What a form has reported is reported, whatever other list says it again.
        bool_or(g.is_form) over (partition by g.business_id, g.person_id) as is_form
    from work.reported_gone as g
    order by g.business_id, g.person_id, g.left_on desc, g.listed_on desc, g.batch_id desc
),

said as (
    select
        i.identity_id as business_id, coalesce(m.identity_id, e.person_id) as person_id,
        min(e.reported_on) as reported_on,
        bool_or(e.mutation_reason ~* '\m(phk|pemutusan|pemberhentian)') as is_dismissal
    from work.employment as e
    inner join work.identity as i using (business_id)
    left join work.merged_person as m using (person_id)
    where e.mutation = 'left'
    group by i.identity_id, coalesce(m.identity_id, e.person_id)
),

term as (
    select n.left_on, law.last_day(n.left_on, d.days, d.unit) as last_day
    from (select distinct left_on from newest) as n
    inner join reference.deadline as d on d.name = 'DATA_CHANGE' and d.period @> n.left_on
)

select
    n.business_id, n.person_id, n.left_on, t.last_day as report_until, s.reported_on,
    coalesce(s.is_dismissal, false) as is_dismissal, n.is_form, n.batch_id, n.line
from newest as n
left join said as s using (business_id, person_id)
left join term as t using (left_on)
where not exists (
    select from work.roster_line as l where l.business_id = n.business_id and l.person_id = n.person_id
);
alter table work.departure_report add primary key (business_id, person_id);
analyze work.departure_report;

-- Changes that lists report with the day from which they hold, and the day on which they were reported, at the earliest.
create unlogged table work.data_change as
with setting as materialized (
    select s.as_of, s.as_of - make_interval(months => law.setting('late_report_max_age_months', s.as_of)::integer) as oldest
    from work.scope as s
),

change as (
    select
        i.identity_id as business_id, coalesce(m.identity_id, e.person_id) as person_id, e.effective_on,
        min(e.reported_on) as reported_on, min(e.mutation) as mutation,
        (array_agg(row('employment', e.batch_id, e.line)::audit.source_line order by e.reported_on, e.batch_id))[1] as source
    from setting as s
    inner join work.employment as e on e.effective_on <= s.as_of and e.effective_on > s.oldest
    inner join work.batch as b on b.batch_id = e.batch_id and b.kind = 'workers'
    inner join work.identity as i using (business_id)
    left join work.merged_person as m using (person_id)
    where coalesce(e.reported_on <= s.as_of, true)
    group by i.identity_id, coalesce(m.identity_id, e.person_id), e.effective_on
),

term as (
    select c.effective_on, law.last_day(c.effective_on, d.days, d.unit) as last_day
    from (select distinct effective_on from change) as c
    inner join reference.deadline as d on d.name = 'DATA_CHANGE' and d.period @> c.effective_on
)

select c.*, t.last_day as report_until
from change as c
left join term as t using (effective_on);
alter table work.data_change add primary key (business_id, person_id, effective_on);
analyze work.data_change;
