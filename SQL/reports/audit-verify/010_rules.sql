-- section: rules
-- total: findings, reproduced, differing, missing
-- Reads the temporary table "verified".
select
    v.rule_code as rule,
    count(*) as findings,
    count(*) filter (where v.result = 'reproduced') as reproduced,
    count(*) filter (where v.result = 'differs') as differing,
    count(*) filter (where v.result = 'not_found') as missing
from verified as v
group by v.rule_code
order by v.rule_code
