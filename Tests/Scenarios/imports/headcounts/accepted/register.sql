select concat_ws(
    ';', i.value, h.as_of, h.workers, coalesce(h.registered::text, '-'), coalesce(h.wages::text, '-'),
    coalesce(h.registered_wages::text, '-'), coalesce(h.deducted::text, '-'), h.source, h.line)
from register.headcount as h
inner join register.business_identifier as i on i.business_id = h.business_id and i.kind = 'entity_code'
order by 1
