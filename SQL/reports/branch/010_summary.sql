-- section: summary
-- as: metadata
-- money: arrears, monthly
select
    count(*) as businesses,
    count(*) filter (where b.registered_on is not null) as registered,
    (select count(*) from report.breaches()) as in_breach,
    (select count(*) from audit.findings_at(report.office(), report.run())) as findings,
    (select coalesce(sum(f.arrears), 0)::bigint from report.breaches() as f) as arrears,
    (select coalesce(sum(f.monthly), 0)::bigint from report.breaches() as f) as monthly
from register.business_profile as b
where b.office_id = report.office()
