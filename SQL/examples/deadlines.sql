-- law.deadline(): the last day of a period, and the working day on which an office acts.
select d.last_day, d.practical_day
from example as e
cross join lateral law.deadline(e.deadline, e.start::date) as d
