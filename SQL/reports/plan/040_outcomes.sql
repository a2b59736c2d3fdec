-- section: outcomes
-- words: outcome
-- What came of the visits that a letter announced; the others cannot be recorded yet.
select
    v.visit_on as day,
    b.code,
    b.name,
    case when e.visit_id is not null then 'held' when n.visit_id is not null then 'missed' else 'open' end as outcome,
    coalesce(e.held_on, n.missed_on) as outcome_on,
    e.report_number
from inspection.visit as v
inner join register.business_profile as b using (business_id)
left join inspection.examination as e using (visit_id)
left join inspection.no_show as n using (visit_id)
where v.plan_id = inspection.plan_in_force(report.office(), report.month())
    and exists (select from letter.letter as l where l.visit_id = v.visit_id)
order by v.visit_on, v.visit_id
