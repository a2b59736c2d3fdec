-- section: employers
-- money: arrears, monthly
-- month: since
-- total: findings, arrears, monthly
select
    b.code,
    b.name,
    b.regency,
    count(*) as findings,
    string_agg(distinct f.rule_code, ', ' order by f.rule_code) as rules,
    min(f.since) as since,
    coalesce(sum(f.amount) filter (where v.header ->> 'amount' = 'arrears'), 0)::bigint as arrears,
    coalesce(sum(f.amount) filter (where v.header ->> 'amount' = 'monthly'), 0)::bigint as monthly
from audit.findings_at(report.office(), report.run()) as f
inner join audit.rule_version as v using (rule_version_id)
inner join register.identity(report.office()) as i using (business_id)
inner join register.business_profile as b on b.business_id = i.identity_id
where audit.is_pursued(f.decision)
group by b.business_id, b.code, b.name, b.regency
order by sum(f.amount) desc nulls last, b.code
