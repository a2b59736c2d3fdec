-- law.contribution(): one month's contribution of one worker. "3000000+1200000" is basic wage + fixed allowance.
select c.base, c.employer_share as employer, c.worker_share as worker, c.extra_share as extra, c.total
from example as e
cross join lateral law.contribution(
    law.contribution_wage(
        split_part(e.wage, '+', 1)::bigint, coalesce(nullif(split_part(e.wage, '+', 2), ''), '0')::bigint),
    e.region, (e.month || '-01')::date, e.extra_family::integer) as c
