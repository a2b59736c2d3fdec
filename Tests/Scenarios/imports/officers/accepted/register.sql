select concat_ws(';', o.code, f.staff_number, f.name, f.role, f.position, f.monthly_capacity)
from register.officer as f
inner join register.office as o using (office_id)
order by o.code, f.staff_number
