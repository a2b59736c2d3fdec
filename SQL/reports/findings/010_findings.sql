-- section: findings
-- money: arrears, monthly, amount_set_aside
-- month: since
-- words: strength, decision
-- total: arrears, monthly
-- What is waived or corrected is shown beside the sums, and is in none of them.
select
    audit.finding_code(f.finding_id) as finding,
    f.rule_code as rule,
    b.code,
    b.name,
    p.name as worker,
    register.masked_nik(p.nik) as nik,
    f.since,
    f.strength,
    f.decision,
    case when audit.is_pursued(f.decision) and v.header ->> 'amount' = 'arrears' then f.amount end as arrears,
    case when audit.is_pursued(f.decision) and v.header ->> 'amount' = 'monthly' then f.amount end as monthly,
    case when not audit.is_pursued(f.decision) then f.amount end as amount_set_aside
from audit.findings_at(report.office(), report.run()) as f
inner join audit.rule_version as v using (rule_version_id)
inner join register.business_profile as b using (business_id)
left join register.person_profile as p using (person_id)
-- "is null or" would be read as next to no row, and what follows done row by row.
where coalesce(f.rule_code = report.rule(), true)
    and coalesce(f.business_id = any (array(select register.members_of(report.business()))), true)
    and coalesce(coalesce(f.decision, 'none') = report.decision(), true)
order by f.rule_code, b.code, f.finding_id
