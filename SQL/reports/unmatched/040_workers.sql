-- section: workers
select p.code, p.name, register.person_code(w.person_id) as worker, w.name as worker_name, w.birth_date
from register.unknown_workers(report.office()) as w
inner join register.business_profile as p using (business_id)
order by p.name, p.code, w.name, w.person_id
