-- section: not_judged
-- words: reason
select n.rule_code as rule, n.reason, n.subjects
from audit.not_judged_at(report.office(), report.run()) as n
where n.business_id = report.business()
order by n.rule_code, n.reason
