-- Departures that may be terminations by the employer (PHK, or a form that tells no cause), with what other lists say of the
-- worker: enrolled (still in the member list), works_on (the newest full worker list has the worker after that day) and the
-- last wage known, that reported to BPJS Kesehatan before others.
create unlogged table work.termination as
with departure as (
    select d.*, l.listed_on, coalesce(l.incomplete, false) as incomplete
    from work.departure as d
    left join work.member_list as l using (business_id)
    where d.cause is distinct from 'other'
),

newest as (
    select business_id, max(month) as month from work.wage_list group by business_id
),

wages as (
    select distinct on (w.business_id, w.person_id) w.business_id, w.person_id, w.wage, w.kind, w.batch_id, w.line
    from (
        select e.business_id, e.person_id, e.wage, 1 as rank, e.valid_from as on_day, 'enrolment' as kind, e.batch_id, e.line
        from work.enrolment as e
        union all
        select m.business_id, m.person_id, m.wage, 2, m.month, m.line_kind, m.batch_id, m.line
        from work.wage_month as m
        where m.wage > 0
    ) as w
    inner join departure as d using (business_id, person_id)
    where w.on_day <= d.left_on
    order by w.business_id, w.person_id, w.rank, w.on_day desc
)

select
    d.business_id,
    d.person_id,
    d.left_on,
    d.cause,
    d.proof,
    d.listed_on,
    d.incomplete,
    exists (
        select from work.enrolment as e
        where (e.business_id, e.person_id) = (d.business_id, d.person_id) and e.valid_to > d.listed_on
    ) as enrolled,
    m.person_id is not null as works_on,
    w.wage,
    d.batch_id,
    d.line,
    w.kind as wage_kind,
    w.batch_id as wage_batch,
    w.line as wage_line
from departure as d
left join newest as n using (business_id)
left join work.wage_month as m
    on (m.business_id, m.person_id, m.month) = (d.business_id, d.person_id, n.month) and m.month >= d.left_on
left join wages as w on (w.business_id, w.person_id) = (d.business_id, d.person_id);
alter table work.termination add primary key (business_id, person_id);
analyze work.termination;
