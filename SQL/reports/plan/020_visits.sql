-- section: visits
-- words: kind
-- money: arrears, monthly
-- total: arrears, monthly
select
    v.visit_on as day,
    b.code,
    b.name,
    b.regency,
    v.kind,
    e.name as examiner,
    i.name as inspector,
    v.score,
    (v.parts ->> 'uncovered_workers')::bigint as uncovered_workers,
    (v.parts ->> 'arrears')::bigint as arrears,
    (v.parts ->> 'monthly')::bigint as monthly
from inspection.visit as v
inner join register.business_profile as b using (business_id)
inner join register.officer as e on e.officer_id = v.examiner
inner join register.officer as i on i.officer_id = v.inspector
where v.plan_id = inspection.plan_in_force(report.office(), report.month())
order by v.visit_on, v.visit_id
