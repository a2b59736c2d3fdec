-- law.service_fine(): the fine on inpatient care soon after reactivation.
select f.last_day, f.rate, f.months, f.amount, f.borne_by
from example as e
cross join lateral law.service_fine(
    e.package::bigint, e.unpaid_months::integer, e.reactivated_on::date, e.admitted_on::date, e.inpatient::boolean,
    e.segment) as f
