-- law.administrative_fine(): 0.1 % of the contribution that should have been paid for each full month after the second warning.
select f.rate, f.months, f.amount
from example as e
cross join lateral law.administrative_fine(e.monthly_due::bigint, e.warning_ended_on::date, e.day::date) as f
