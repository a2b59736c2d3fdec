select concat_ws(';', p.code, p.name, coalesce(p.wlkp_number, '-'), coalesce(p.npp, '-'), h.workers, h.as_of, w.status)
from register.business_profile as p
left join register.headcount as h using (business_id)
left join register.business_record as w on w.business_id = p.business_id and w.source = 'wlkp'
order by p.code
