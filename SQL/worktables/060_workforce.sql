-- The lists of active employers that are not too old, with what is known of the employer.
create unlogged table work.list_part as
select
    p.business_id, p.roster_id, p.single, p.month, p.next_month, p.source, b.region_code, b.registered, m.listed_on,
    case p.source when 'bpjstk' then 'bpjstk_wage' else p.source end as line_kind,
    -- A member list older than the worker list cannot show who has been enrolled since.
    coalesce(m.listed_on >= p.month, false) as list_covers,
    coalesce(m.incomplete, false) as list_incomplete,
    -- One of a later month names those who are enrolled then: whom it leaves out may have left since.
    coalesce(m.listed_on >= s.month + interval '1 month', false) as list_later
from work.roster_part as p
cross join work.scope as s
inner join work.business as b using (business_id)
left join work.member_list as m using (business_id)
where b.active and p.fresh;
alter table work.list_part add primary key (roster_id);
analyze work.list_part;

-- One row per worker on these lists, with the enrolment that covers the month of the list that the line is
-- from. wage is null where the list has none; known is false for somebody without NIK of whom nobody has decided who it is.
create unlogged table work.workforce as
select
    l.business_id,
    l.person_id,
    l.roster_id,
    l.wage,
    e.wage as enrolled_wage,
    l.month,
    l.hired_on,
    l.left_on,
    e.valid_from,
    l.employment_status,
    l.person_id not in (select u.person_id from work.unknown_person as u) as known,
    l.batch_id,
    l.line,
    e.batch_id as enrolment_batch,
    e.line as enrolment_line
from (
    -- As work.roster_line has them; each list is looked up once.
    select p.*, l.person_id, l.wage, l.hired_on, l.left_on, l.employment_status, l.batch_id, l.line
    from work.list_part as p
    inner join register.roster_line as l using (roster_id)
    where p.single and (l.left_on is null or l.left_on >= p.month)
    union all
    select p.*, l.person_id, l.wage, l.hired_on, l.left_on, l.employment_status, l.batch_id, l.line
    from work.list_part as p
    inner join work.pieced_line as l using (roster_id)
) as l
left join work.enrolment as e
    on e.business_id = l.business_id and e.person_id = l.person_id
    and e.valid_from < l.next_month and e.valid_to > l.month
-- Who begins after that month does not work there yet.
where l.hired_on is null or l.hired_on < l.next_month;

-- Of several periods in one month the last counts.
delete from work.workforce as w
using work.enrolled_anew as a
where a.business_id = w.business_id and a.person_id = w.person_id and a.valid_from = w.valid_from
    and a.later_from < (w.month + interval '1 month')::date and a.later_to > w.month;

-- Who is missing on the list that speaks, or stands there with a lower wage than the employer pays, may stand on one nearer to
-- the month: nobody is accused who was enrolled by what any of them says. Of several wages the highest counts.
create unlogged table work.enrolled_then as
select distinct on (o.business_id, o.person_id)
    o.business_id, o.person_id, o.valid_from, case when o.tells_wage then o.wage end as wage, o.batch_id, o.line
from (
    select
        w.business_id, w.person_id, w.month,
        -- The wage of somebody whom no later list names is not known by an older one.
        m.tells_wage and (m.of_month or w.valid_from is not null) as tells_wage, e.wage, e.valid_from, e.valid_to, e.batch_id, e.line,
        -- A worker whom several parts of a list name is as the latest part says.
        max(e.batch_id) over (partition by m.record_id, m.listed_on, e.person_id) as latest
    from work.month_list as m
    inner join work.workforce as w using (business_id, month)
    inner join register.enrolment as e
        on e.business_id = m.record_id and e.person_id = w.person_id and e.batch_id = m.batch_id
    where w.valid_from is null or w.enrolled_wage < w.wage
) as o
where o.batch_id = o.latest and o.valid_from < (o.month + interval '1 month')::date and o.valid_to > o.month
order by o.business_id, o.person_id, o.tells_wage desc, o.wage desc, o.batch_id;
analyze work.enrolled_then;
update work.workforce as w
set valid_from = coalesce(w.valid_from, e.valid_from), enrolled_wage = e.wage, enrolment_batch = e.batch_id, enrolment_line = e.line
from work.enrolled_then as e
where e.business_id = w.business_id and e.person_id = w.person_id and (w.valid_from is null or e.wage > w.enrolled_wage);
analyze work.workforce;
