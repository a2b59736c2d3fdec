select concat_ws(';', o.code, o.kind, o.city, o.time_zone, coalesce(o.partner_code, '-'), string_agg(r.region_code, '|' order by r.region_code))
from register.office as o
inner join register.office_region as r using (office_id)
group by o.office_id
order by o.code
