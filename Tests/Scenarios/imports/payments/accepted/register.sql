select concat_ws(';', i.value, p.paid_on, p.amount, p.bank, p.reference, p.line)
from register.payment as p
inner join register.identifier as i on i.business_id = p.business_id and i.kind = 'entity_code'
order by 1
