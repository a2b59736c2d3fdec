-- Of the lists that stand the member list of BPJS Kesehatan counts before others, and of equals the latest.
create or replace view register.person_profile as
with latest as (
    select distinct on (r.person_id)
        r.person_id, r.name, r.birth_date, r.sex, b.kind = 'jkn-members' as official
    from register.person_record as r
    inner join import.batch as b using (batch_id)
    where not exists (select from import.withdrawal as w where w.batch_id = r.batch_id)
    order by r.person_id, b.kind <> 'jkn-members', r.batch_id desc
)

select
    p.person_id,
    p.nik,
    p.business_id,
    p.batch_id,
    case when f.counts then p.name else r.name end as name,
    case when f.counts then p.birth_date else coalesce(r.birth_date, p.birth_date) end as birth_date,
    case when f.counts then p.sex else coalesce(r.sex, p.sex) end as sex
from register.person as p
left join latest as r using (person_id)
cross join lateral (
    select r.person_id is null or not r.official and exists (
        select from import.batch as b
        where b.batch_id = p.batch_id and b.kind = 'jkn-members'
            and not exists (select from import.withdrawal as w where w.batch_id = b.batch_id)
    ) as counts
) as f;
comment on view register.person_profile is 'A person as lists, reports and letters name them: as the best list that stands says, else as first reported.';
comment on column register.person_profile.person_id is 'Person.';
comment on column register.person_profile.nik is 'NIK; null where no list gives it.';
comment on column register.person_profile.business_id is 'Business on whose list somebody without a NIK stands.';
comment on column register.person_profile.batch_id is 'Batch that first named the person.';
comment on column register.person_profile.name is 'Name.';
comment on column register.person_profile.birth_date is 'Date of birth.';
comment on column register.person_profile.sex is 'M or F.';
