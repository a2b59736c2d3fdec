-- section: causes
-- words: cause
-- money: difference
-- total: new, reopened, changed, resolved, unjudged, difference
-- Reads the temporary table "compared".
select
    c.rule_code as rule,
    c.cause,
    count(*) filter (where c.change = 'new') as new,
    count(*) filter (where c.change = 'reopened') as reopened,
    count(*) filter (where c.change = 'changed') as changed,
    count(*) filter (where c.change = 'resolved') as resolved,
    count(*) filter (where c.change = 'unjudged') as unjudged,
    sum(coalesce(c.after, 0) - coalesce(c.before, 0))::bigint as difference
from compared as c
group by c.rule_code, c.cause
order by c.rule_code, c.cause
