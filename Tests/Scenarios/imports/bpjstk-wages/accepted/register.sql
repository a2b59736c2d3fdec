select concat_ws(';', i.value, r.source, r.as_of, right(p.nik::text, 4), l.wage, l.line)
from register.roster as r
inner join register.roster_line as l using (business_id, roster_id)
inner join register.person as p using (person_id)
inner join register.identifier as i on i.business_id = r.business_id and i.kind = 'npp'
order by 1
