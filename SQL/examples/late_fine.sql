-- law.late_fine(): none since July 2016, because the rate in force is 0.
select law.late_fine(e.contribution::bigint, e.months_late::integer, (e.month || '-01')::date) as fine
from example as e
