-- section: decisions
-- words: decision
with decided as (
    select distinct d.business_id, d.finding_id
    from audit.finding_decision as d
    where d.business_id = any (array(select register.members_of(report.business())))
)

select
    audit.finding_code(f.finding_id) as finding,
    f.rule_code as rule,
    d.decided_at::date as day,
    d.decision,
    d.decided_by,
    d.reason as why,
    d.holds
from decided
inner join audit.finding as f using (business_id, finding_id)
cross join lateral audit.decisions_on(f.finding_id, report.run()) as d
order by f.finding_id, d.decision_id
