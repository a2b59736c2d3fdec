select concat_ws(';', i.value, right(p.nik::text, 4), p.sex, e.wage, e.valid_from, e.valid_to, coalesce(e.care_class::text, '-'), e.dependants, e.extra_family, e.listed_on, e.line)
from register.enrolment as e
inner join register.person as p using (person_id)
inner join register.identifier as i on i.business_id = e.business_id and i.kind = 'entity_code'
union all
select concat_ws(';', i.value, right(w.nik::text, 4), right(p.nik::text, 4), f.relation)
from register.family_member as f
inner join register.person as w on w.person_id = f.worker_id
inner join register.person as p on p.person_id = f.person_id
inner join register.identifier as i on i.business_id = f.business_id and i.kind = 'entity_code'
order by 1
