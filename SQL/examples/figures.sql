-- law.parameter(): the value of a figure on a day.
select law.parameter(e.figure, e.day::date) as value
from example as e
