select concat_ws(';', i.value, right(p.nik::text, 4), p.birth_date, p.sex, coalesce(l.wage::text, '-'), l.hired_on, l.employment_status, r.source, r.as_of, l.line)
from register.roster as r
inner join register.roster_line as l using (business_id, roster_id)
inner join register.person as p using (person_id)
inner join register.identifier as i on i.business_id = r.business_id and i.kind = 'entity_code'
union all
select concat_ws(';', i.value, right(w.nik::text, 4), right(p.nik::text, 4), p.birth_date, p.sex, f.relation, f.line)
from register.family_member as f
inner join register.person as w on w.person_id = f.worker_id
inner join register.person as p on p.person_id = f.person_id
inner join register.identifier as i on i.business_id = f.business_id and i.kind = 'entity_code'
order by 1
