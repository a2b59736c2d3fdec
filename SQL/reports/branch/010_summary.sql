-- section: summary
-- as: metadata
-- money: arrears, monthly
with findings as (
    select f.*, v.header ->> 'amount' as kind
    from audit.findings_at(report.office(), report.run()) as f
    inner join audit.rule_version as v using (rule_version_id)
)

select
    count(*) as businesses,
    count(*) filter (where b.registered_on is not null) as registered,
    (select count(*) from report.breaches()) as in_breach,
    (select count(*) from findings) as findings,
    (select coalesce(sum(f.amount), 0)::bigint from findings as f where f.kind = 'arrears') as arrears,
    (select coalesce(sum(f.amount), 0)::bigint from findings as f where f.kind = 'monthly') as monthly
from register.business_profile as b
where b.office_id = report.office()
