-- section: decisions
-- words: decision
select
    audit.finding_code(f.finding_id) as finding,
    f.rule_code as rule,
    d.decided_at::date as day,
    d.decision,
    d.decided_by,
    d.reason as why,
    d.holds
from audit.finding as f
cross join lateral audit.decisions_on(f.finding_id, report.run()) as d
where f.business_id = report.business()
    and f.finding_id in (select k.finding_id from audit.finding_decision as k where k.business_id = report.business())
order by f.finding_id, d.decision_id
