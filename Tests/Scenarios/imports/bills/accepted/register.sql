select concat_ws(';', i.value, b.month, b.members, b.amount, b.due_on, b.line)
from register.bill as b
inner join register.identifier as i on i.business_id = b.business_id and i.kind = 'entity_code'
order by 1
