-- section: plan
-- as: metadata
-- month: month
select
    p.plan_id as plan,
    p.month,
    p.made_on,
    p.run_id as run,
    (select count(*) from inspection.visit as v where v.plan_id = p.plan_id) as visits,
    (select count(*) from inspection.unplanned as u where u.plan_id = p.plan_id) as left_out
from inspection.plan as p
where p.plan_id = inspection.plan_in_force(report.office(), report.month())
