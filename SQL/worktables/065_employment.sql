-- What lists up to the as-of date say of employments besides who worked at which wage, newest last; a rule takes the
-- months it needs.
create unlogged table work.employment as
select
    f.business_id, f.person_id, date_trunc('month', f.as_of)::date as month, f.as_of, f.deducted, f.employer_paid,
    f.contract_until, f.mutation, f.mutation_reason, f.effective_on, f.reported_on, f.marital_status, f.segment,
    f.nationality, f.batch_id, f.line
from register.employment_fact as f
inner join work.batch as b using (batch_id)
cross join work.scope as s
where f.office_id = s.office_id and f.as_of <= s.as_of
order by f.business_id, f.person_id, f.as_of, f.batch_id;
alter table work.employment add primary key (business_id, person_id, batch_id);
analyze work.employment;
