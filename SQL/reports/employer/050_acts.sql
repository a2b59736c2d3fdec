-- section: acts
-- words: act
-- Acts stay under the record of the register that they were of.
select *
from (
    select v.visit_on as day, 'visit_' || v.kind as act, null::text as number
    from inspection.visit as v
    where v.business_id = any (array(select register.members_of(report.business())))
        and v.plan_id = (
            select inspection.plan_in_force(p.office_id, p.month) from inspection.plan as p where p.plan_id = v.plan_id)
    union all
    select n.missed_on, 'no_show', null
    from inspection.no_show as n
    inner join inspection.visit as v using (visit_id)
    where v.business_id = any (array(select register.members_of(report.business())))
    union all
    select e.held_on, 'examination', e.report_number
    from inspection.examination as e
    inner join inspection.visit as v using (visit_id)
    where v.business_id = report.business()
    union all
    select l.letter_date, 'letter_' || lower(l.kind), l.number
    from letter.letter as l
    where l.business_id = any (array(select register.members_of(report.business())))
) as a
order by a.day, a.act, a.number
