-- section: findings
-- money: arrears, monthly, amount_set_aside
-- month: since
-- words: strength, decision
-- total: arrears, monthly
-- What is waived or corrected is shown beside the sums, and is in none of them.
select
    audit.finding_code(f.finding_id) as finding,
    f.rule_code as rule,
    v.header ->> report.title_key() as rule_title,
    p.name as worker,
    register.masked_nik(p.nik) as nik,
    f.since,
    f.strength,
    f.decision,
    case when audit.is_pursued(f.decision) and v.header ->> 'amount' = 'arrears' then f.amount end as arrears,
    case when audit.is_pursued(f.decision) and v.header ->> 'amount' = 'monthly' then f.amount end as monthly,
    case when not audit.is_pursued(f.decision) then f.amount end as amount_set_aside
-- Record by record, so that the key of the findings is used; of a list of keys the planner would expect one row and loop over workers.
from register.members_of(report.business()) as m (business_id)
cross join lateral (
    select * from audit.findings_at(report.office(), report.run()) as f where f.business_id = m.business_id
) as f
inner join audit.rule_version as v using (rule_version_id)
left join register.person_profile as p using (person_id)
order by f.rule_code, f.finding_id
