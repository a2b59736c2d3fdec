select concat_ws(';', right(p.nik::text, 4), p.name, p.birth_date, p.sex, r.segment, coalesce(r.valid_from::text, '-'), r.valid_to, r.listed_on, r.line)
from register.segment_record as r
inner join register.person as p using (person_id)
order by 1
