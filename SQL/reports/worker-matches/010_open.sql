-- section: open
select
    b.code,
    b.name,
    register.person_code(w.person_id) as worker,
    w.name as worker_name,
    w.birth_date,
    register.person_code(o.person_id) as person,
    o.name as person_name,
    register.masked_nik(o.nik) as nik,
    c.name_similarity,
    c.same_employer
from register.worker_candidates(report.office()) as c
inner join register.person_profile as w on w.person_id = c.person_id
inner join register.person_profile as o on o.person_id = c.other_id
inner join register.business_profile as b on b.business_id = w.business_id
order by b.code, w.person_id, c.same_employer desc, c.name_similarity desc, o.person_id
