-- section: not_judged
-- words: reason
select v.code as rule, n.reason, sum(n.subjects)::bigint as subjects, count(*) as businesses
from audit.not_judged as n
inner join audit.rule_version as v using (rule_version_id)
where n.run_id = report.run()
group by v.code, n.reason
order by v.code, n.reason
