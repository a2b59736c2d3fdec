-- section: findings
-- money: arrears, monthly
-- month: since
-- words: strength
-- total: arrears, monthly
select
    audit.finding_code(f.finding_id) as finding,
    f.rule_code as rule,
    v.header ->> report.title_key() as rule_title,
    p.name as worker,
    register.masked_nik(p.nik) as nik,
    f.since,
    f.strength,
    case when v.header ->> 'amount' = 'arrears' then f.amount end as arrears,
    case when v.header ->> 'amount' = 'monthly' then f.amount end as monthly
from audit.findings_at(report.office(), report.run()) as f
inner join audit.rule_version as v using (rule_version_id)
left join register.person_profile as p using (person_id)
where f.business_id = report.business()
order by f.rule_code, f.finding_id
