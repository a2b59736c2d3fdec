-- law.suspension(): what follows from the day on which a month was paid.
select s.due_on, s.is_late, s.suspended_from
from example as e
cross join lateral law.suspension((e.month || '-01')::date, nullif(e.paid_on, '')::date) as s
