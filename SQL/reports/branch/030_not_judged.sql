-- section: not_judged
-- words: reason
select v.code as rule, n.reason, n.subjects, n.businesses
from audit.not_judged_total as n
inner join audit.rule_version as v using (rule_version_id)
where n.run_id = report.run()
order by v.code, n.reason
