-- section: failed
-- words: result
select audit.finding_code(v.finding_id) as finding, v.rule_code as rule, b.code, b.name, v.run_id as run, v.result
from verified as v
inner join register.business_profile as b using (business_id)
where v.result <> 'reproduced'
order by v.finding_id
