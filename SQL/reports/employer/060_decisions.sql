-- section: decisions
-- words: decision
select
    audit.finding_code(d.finding_id) as finding,
    f.rule_code as rule,
    d.decided_at::date as day,
    d.decision,
    d.decided_by,
    d.reason as why,
    s.decision_id is not null as holds
from audit.finding_decision as d
inner join audit.finding as f using (business_id, finding_id)
left join audit.decision_at(report.office(), report.run()) as s using (business_id, finding_id, decision_id)
where d.office_id = report.office() and d.business_id = report.business() and d.run_id <= report.run()
order by d.finding_id, d.decision_id
