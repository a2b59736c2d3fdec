-- Enrolled workers whose NIK cannot be right, or does not go with what is known of the worker: nik_date (its birth date is no
-- day of the calendar), nik_birth_date, nik_sex, nik_area (its first six digits have never been a district); the gravest of
-- them. Imports refuse what has not the structure of a NIK at all.
create unlogged table work.doubtful_nik as
with area as (
    select replace(r.code, '.', '')::bigint as code from reference.region as r where r.level = 3
),

-- As first reported; who has been reported otherwise since is looked at by what counts now.
doubtful as (
    select p.person_id
    from register.person as p
    where p.nik is not null
        and (
            not register.nik_has_day(p.nik)
            or p.nik / 10000000000 not in (select a.code from area as a)
            or register.nik_differs_from_birth_date(p.nik, p.birth_date)
            or register.nik_differs_from_sex(p.nik, p.sex)
        )
    union
    select r.person_id from register.person_record as r
),

enrolled as (select distinct e.person_id from work.enrolment as e inner join doubtful using (person_id)),

judged as (
    select
        p.person_id,
        case
            when not register.nik_has_day(p.nik) then 'nik_date'
            when register.nik_differs_from_birth_date(p.nik, p.birth_date) then 'nik_birth_date'
            when register.nik_differs_from_sex(p.nik, p.sex) then 'nik_sex'
            when p.nik / 10000000000 not in (select a.code from area as a) then 'nik_area'
        end as doubt
    from enrolled as e
    inner join register.person_profile as p using (person_id)
    where p.nik is not null
)

select person_id, doubt from judged where doubt is not null;
alter table work.doubtful_nik add primary key (person_id);
analyze work.doubtful_nik;
