-- Workers of whom the newest change that an employer has reported is that they left (mutasi keluar), by the as-of date.
-- left_on: from this day on they are gone, in the words of the form. Departures yet to come are none.
create unlogged table work.departure as
with reports as (
    select f.*
    from register.employment_fact as f
    inner join work.batch as b using (batch_id)
    cross join work.scope as s
    where f.office_id = s.office_id and f.as_of <= s.as_of and f.mutation is not null
),

-- The form's last day of work stands on the line of its list.
ends as (
    select l.batch_id, l.line, l.left_on
    from (select distinct batch_id from reports where mutation = 'left') as b
    inner join register.roster_line as l using (batch_id)
    where l.left_on is not null
),

newest as (
    select distinct on (i.identity_id, coalesce(m.identity_id, r.person_id))
        i.identity_id as business_id, coalesce(m.identity_id, r.person_id) as person_id, r.mutation, r.mutation_reason,
        r.departure_proof, coalesce(e.left_on, r.effective_on, r.as_of) as left_on, r.batch_id, r.line
    from reports as r
    inner join work.identity as i using (business_id)
    cross join work.scope as s
    left join work.merged_person as m on m.person_id = r.person_id
    left join ends as e using (batch_id, line)
    where r.mutation <> 'left' or coalesce(e.left_on, r.effective_on, r.as_of) <= s.as_of
    order by i.identity_id, coalesce(m.identity_id, r.person_id), r.as_of desc, r.batch_id desc
)

select
    n.business_id, n.person_id, n.left_on, n.mutation_reason as words, law.departure_cause(n.mutation_reason) as cause,
    n.departure_proof as proof, n.batch_id, n.line
from newest as n
where n.mutation = 'left' and not exists (select from work.unknown_person as u where u.person_id = n.person_id);
alter table work.departure add primary key (business_id, person_id);
analyze work.departure;

-- The last enrolment with the employer that any member list shows of them: whoever never was enrolled was not taken off.
create unlogged table work.departed_member as
select distinct on (d.business_id, d.person_id)
    d.business_id, d.person_id, e.wage, e.batch_id, e.line
from work.departure as d
inner join work.identity as i on i.identity_id = d.business_id
inner join register.enrolment as e on e.business_id = i.business_id and e.person_id = d.person_id
inner join work.batch as b on b.batch_id = e.batch_id
where e.valid_from <= d.left_on
order by d.business_id, d.person_id, e.listed_on desc, e.valid_from desc, e.batch_id desc;
alter table work.departed_member add primary key (business_id, person_id);
analyze work.departed_member;
