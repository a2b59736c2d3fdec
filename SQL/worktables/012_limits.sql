-- Figures of the as-of date that are no part of a tariff; null where no parameter is in force.
-- arrears_ceiling: how many unpaid months must be paid (plafon); share_tolerance: rupiah a share of one worker may differ.
create unlogged table work.limits as
select
    (select p.value from work.parameter as p where p.name = 'arrears_cap') as arrears_ceiling,
    law.setting('share_tolerance', s.as_of) as share_tolerance,
    (s.as_of - make_interval(months => law.setting('headcount_max_age_months', s.as_of)::integer))::date as headcounts_from,
    (s.month - make_interval(months => law.setting('roster_max_age_months', s.as_of)::integer))::date as payrolls_after,
    (s.month - make_interval(months => law.setting('wage_history_months', s.as_of)::integer - 1))::date as wages_from,
    (s.month - make_interval(months => law.setting('recalculation_months', s.as_of)::integer))::date as recalculated_from
from work.scope as s;
