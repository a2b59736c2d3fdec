-- section: not_judged
-- words: reason
select v.code as rule, n.reason, n.subjects
from audit.not_judged as n
inner join audit.rule_version as v using (rule_version_id)
where n.run_id = report.run() and n.business_id = report.business()
order by v.code, n.reason
