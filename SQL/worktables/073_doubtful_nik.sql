-- Enrolled workers whose NIK may not be right by what was first reported of them, and those of whom something else has been
-- reported since. Of all employers the doubts come first and of some the persons: in both cases few rows are joined.
create unlogged table work.nik_check as
with area as (
    select replace(r.code, '.', '')::bigint as code from reference.region as r where r.level = 3
)

select e.person_id
from work.enrolment as e
inner join register.person as p using (person_id)
where not (select c.partial from work.context as c)
    and p.nik is not null
    and (
        register.nik_contradicts_person(p.nik, p.birth_date, p.sex)
        or p.nik / 10000000000 not in (select a.code from area as a)
    )
union
select p.person_id
from work.enrolment as e
cross join lateral (
    select p.person_id, p.nik, p.birth_date, p.sex from register.person as p where p.person_id = e.person_id offset 0
) as p
where (select c.partial from work.context as c)
    and p.nik is not null
    and (
        register.nik_contradicts_person(p.nik, p.birth_date, p.sex)
        or p.nik / 10000000000 not in (select a.code from area as a)
    )
union
select e.person_id
from work.enrolment as e
inner join register.person_record as r using (person_id)
inner join register.person as p using (person_id)
where p.nik is not null;
analyze work.nik_check;

-- Enrolled workers whose NIK cannot be right, or does not go with what is known of the worker: nik_date (its birth date is no
-- day of the calendar), nik_birth_date, nik_sex, nik_area (its first six digits have never been a district); the gravest of
-- them. Imports refuse what has not the structure of a NIK at all.
create unlogged table work.doubtful_nik as
select d.person_id, d.doubt
from (
    select
        p.person_id,
        case
            when not register.nik_has_day(p.nik) then 'nik_date'
            when register.nik_differs_from_birth_date(p.nik, p.birth_date) then 'nik_birth_date'
            when register.nik_differs_from_sex(p.nik, p.sex) then 'nik_sex'
            when not exists (
                select from reference.region as r
                where r.level = 3 and r.code = to_char(p.nik / 10000000000, 'FM00"."00"."00')
            ) then 'nik_area'
        end as doubt
    from work.nik_check as c
    -- One by one: they are few, and the view over all persons is not.
    cross join lateral (select v.* from register.person_profile as v where v.person_id = c.person_id offset 0) as p
) as d
where d.doubt is not null;
alter table work.doubtful_nik add primary key (person_id);
analyze work.doubtful_nik;
