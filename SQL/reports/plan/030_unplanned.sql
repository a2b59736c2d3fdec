-- section: unplanned
-- words: reason
select b.code, b.name, b.regency, u.score, u.reason
from inspection.unplanned as u
inner join register.business_profile as b using (business_id)
where u.plan_id = inspection.plan_in_force(report.office(), report.month())
order by u.score desc, b.code
