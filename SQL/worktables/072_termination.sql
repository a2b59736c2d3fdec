-- Departures that may be terminations by the employer (PHK, or a form that tells no cause) of workers who had been enrolled,
-- with what other lists say of them: enrolled (still in the member list), works_on (the newest full worker list has the
-- worker after that day) and the wage last reported to BPJS Kesehatan.
create unlogged table work.termination as
with newest as (
    select business_id, max(month) as month from work.wage_list group by business_id
)

select
    d.business_id,
    d.person_id,
    d.left_on,
    d.cause,
    d.proof,
    l.listed_on,
    coalesce(l.incomplete, false) as incomplete,
    exists (
        select from work.enrolment as e
        where (e.business_id, e.person_id) = (d.business_id, d.person_id) and e.valid_to > l.listed_on
    ) as enrolled,
    w.person_id is not null as works_on,
    m.wage,
    d.batch_id,
    d.line,
    m.batch_id as member_batch,
    m.line as member_line
from work.departure as d
left join work.departed_member as m using (business_id, person_id)
left join work.member_list as l on l.business_id = d.business_id
left join newest as n on n.business_id = d.business_id
left join work.wage_month as w
    on (w.business_id, w.person_id, w.month) = (d.business_id, d.person_id, n.month) and w.month >= d.left_on
-- Without any member list nobody knows who was enrolled.
where d.cause is distinct from 'other' and (m.person_id is not null or l.business_id is null);
alter table work.termination add primary key (business_id, person_id);
analyze work.termination;
