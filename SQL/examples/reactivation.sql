-- law.reactivation_payment(): what ends the suspension, and what of the arrears lies beyond the ceiling.
select p.arrears, p.total, p.months_beyond, p.beyond
from example as e
cross join lateral law.reactivation_payment(
    array_fill(e.each::bigint, array[e.unpaid_months::integer]), e.current_month::bigint, e.day::date) as p
