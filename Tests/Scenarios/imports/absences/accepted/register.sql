select concat_ws(';', f.staff_number, a.period, a.reason)
from inspection.absence as a
inner join register.officer as f using (officer_id)
order by f.staff_number, a.period
