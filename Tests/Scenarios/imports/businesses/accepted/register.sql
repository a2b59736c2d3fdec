select concat_ws(';', regexp_replace(p.code, '^L-[0-9]+$', 'L-…'), p.name, h.workers, w.as_of, w.status, 'closed ' || w.closed_on)
from register.business_profile as p
inner join register.business_record as w on w.business_id = p.business_id and w.source = 'field'
left join register.headcount as h on h.business_id = p.business_id
order by w.line
