-- wage is null where the list has none.
-- One row per worker on the newest list of a business, with the enrolment that covers the month of that list.
create unlogged table work.workforce as
select
    l.business_id,
    l.person_id,
    l.wage,
    e.wage as enrolled_wage,
    r.month,
    e.valid_from,
    b.region_code,
    r.source,
    case r.source when 'bpjstk' then 'bpjstk_wage' else r.source end as line_kind,
    b.registered,
    b.active,
    r.fresh,
    -- A member list older than the worker list cannot show who has been enrolled since.
    coalesce(m.listed_on >= r.month, false) as list_covers,
    m.listed_on,
    coalesce(m.incomplete, false) as list_incomplete,
    l.batch_id,
    l.line,
    e.batch_id as enrolment_batch,
    e.line as enrolment_line
from work.roster as r
inner join work.business as b using (business_id)
inner join work.roster_line as l using (business_id)
left join work.member_list as m using (business_id)
left join lateral (
    select e.wage, e.valid_from, e.batch_id, e.line
    from work.enrolment as e
    where e.business_id = l.business_id
        and e.person_id = l.person_id
        and e.valid_from < r.month + interval '1 month'
        and e.valid_to > r.month
    order by e.valid_from desc
    limit 1
) as e on true;
create index on work.workforce (business_id, person_id);
analyze work.workforce;
