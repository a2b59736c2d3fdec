-- section: rules
-- total: planted, found, missing, extra, differing
-- What a sample's truth.csv says was planted (temporary table "truth") against what the audit found.
with found as (
    select f.rule_code as rule, b.code as business, coalesce(p.nik, 0) as nik, (f.evidence ->> 'months')::bigint as months, f.amount
    from audit.findings_at(report.office(), report.run()) as f
    inner join register.business_profile as b using (business_id)
    left join register.person as p using (person_id)
    -- A sign alone says nothing wrong of anybody.
    where f.strength <> 'indication'
)

select
    rule,
    count(t.business) as planted,
    count(f.business) as found,
    count(*) filter (where f.business is null) as missing,
    count(*) filter (where t.business is null) as extra,
    count(*) filter (where f.amount <> t.amount or f.months <> t.months) as differing
from truth as t
full join found as f using (rule, business, nik)
group by rule
order by rule
