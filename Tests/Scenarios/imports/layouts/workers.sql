select concat_ws(';', i.value, right(p.nik::text, 4), p.birth_date, p.sex, coalesce(l.wage::text, '-'), l.hired_on, 'left ' || l.left_on, l.employment_status, r.source, r.as_of, l.line)
from register.roster as r
inner join register.roster_line as l using (business_id, roster_id)
inner join register.person as p using (person_id)
inner join register.identifier as i on i.business_id = r.business_id and i.kind = 'entity_code'
where r.batch_id = (select max(batch_id) from import.batch)
union all
select concat_ws(';', i.value, right(w.nik::text, 4), right(p.nik::text, 4), p.birth_date, p.sex, f.relation, f.line)
from register.family_member as f
inner join register.person as w on w.person_id = f.worker_id
inner join register.person as p on p.person_id = f.person_id
inner join register.identifier as i on i.business_id = f.business_id and i.kind = 'entity_code'
union all
select concat_ws(
    ';', 'facts', e.line, right(p.nik::text, 4), e.deducted, e.employer_paid, e.net_pay, 'until ' || e.contract_until, e.mutation,
    e.mutation_reason, 'on ' || e.effective_on, 'reported ' || e.reported_on, e.marital_status, e.segment, e.nationality, e.passport,
    e.insurer, e.insurance_number, 'card ' || e.jkn_card, e.staff_number, e.position, e.work_place, e.npwp, e.phone)
from register.employment_fact as e
inner join register.person as p using (person_id)
where e.batch_id = (select max(batch_id) from import.batch)
union all
select concat_ws(';', 'number', right(p.nik::text, 4), 'kpj ' || l.kpj, 'tk_code ' || l.tk_code)
from register.roster_line as l
inner join register.person as p using (person_id)
where l.batch_id = (select max(batch_id) from import.batch) and coalesce(l.kpj::text, l.tk_code) is not null
order by 1
