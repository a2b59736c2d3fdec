-- Figures of the as-of date that are no part of a tariff; null where no parameter is in force.
-- arrears_ceiling: how many unpaid months must be paid (plafon); share_tolerance: rupiah a share of one worker may differ.
create unlogged table work.limits as
select
    (select p.value from reference.parameter as p where p.name = 'arrears_cap' and p.period @> s.as_of) as arrears_ceiling,
    law.setting('share_tolerance', s.as_of) as share_tolerance,
    (s.as_of - make_interval(months => law.setting('headcount_max_age_months', s.as_of)::integer))::date as headcounts_from,
    (s.month - make_interval(months => law.setting('roster_max_age_months', s.as_of)::integer))::date as payrolls_after,
    (s.month - make_interval(months => law.setting('recalculation_months', s.as_of)::integer))::date as recalculated_from
from work.scope as s;
