-- section: summary
-- as: metadata
-- money: arrears, monthly, arrears_set_aside, monthly_set_aside
with findings as (
    select f.*, v.header ->> 'amount' as kind, audit.is_pursued(f.decision) as pursued
    from audit.findings_at(report.office(), report.run()) as f
    inner join audit.rule_version as v using (rule_version_id)
)

-- Employers, not records of the register: what people have decided to be one counts once, what was taken back not at all.
select
    count(*) as businesses,
    count(*) filter (where b.registered_on is not null) as registered,
    (select count(*) from report.breaches()) as in_breach,
    (select count(*) from findings as f where f.pursued) as findings,
    (select coalesce(sum(f.arrears), 0)::bigint from report.breaches() as f) as arrears,
    (select coalesce(sum(f.monthly), 0)::bigint from report.breaches() as f) as monthly,
    -- Decisions of people are told of where there are any.
    (select nullif(count(*), 0) from findings as f where f.decision = 'contested') as contested,
    (select nullif(count(*), 0) from findings as f where not f.pursued) as set_aside,
    (select nullif(sum(f.amount), 0)::bigint from findings as f where f.kind = 'arrears' and not f.pursued) as arrears_set_aside,
    (select nullif(sum(f.amount), 0)::bigint from findings as f where f.kind = 'monthly' and not f.pursued) as monthly_set_aside
from register.sources_of(report.office()) as e
inner join register.business_profile as b using (business_id)
