-- section: not_judged
-- words: reason
select n.rule_code as rule, n.reason, sum(n.subjects)::bigint as subjects
from audit.not_judged_at(report.office(), report.run()) as n
where n.business_id = any (array(select register.members_of(report.business())))
group by n.rule_code, n.reason
order by n.rule_code, n.reason
