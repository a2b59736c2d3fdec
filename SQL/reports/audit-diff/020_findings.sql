-- section: findings
-- words: change, cause
-- money: before, after
-- texts: what_differs
select
    audit.finding_code(c.finding_id) as finding,
    c.rule_code as rule,
    b.code,
    b.name,
    p.name as worker,
    c.change,
    c.cause,
    c.before,
    c.after,
    c.what_differs
from compared as c
inner join register.business_profile as b using (business_id)
left join register.person_profile as p using (person_id)
order by abs(coalesce(c.after, 0) - coalesce(c.before, 0)) desc, c.finding_id
