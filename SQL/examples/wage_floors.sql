-- law.wage_floor(): the lowest wage that a contribution of the month is computed from.
select law.wage_floor(e.region, (e.month || '-01')::date) as floor
from example as e
