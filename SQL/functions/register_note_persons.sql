-- Rows about known persons that say something else of them than was known. The temporary table "renamed" has their
-- lines: register.find_renamed() fills it from "staging", the largest files fill it from what they have looked up anyway.

create or replace function register.says_otherwise(
    name text, birth_date date, sex text, known_name text, known_birth_date date, known_sex text
) returns boolean
language sql immutable parallel safe
-- Most names are the same letter by letter, which is seen far sooner.
return (name <> known_name and upper(name) <> upper(known_name))
    or coalesce(birth_date <> known_birth_date, birth_date is not null)
    or coalesce(sex <> known_sex, sex is not null);
comment on function register.says_otherwise(text, date, text, text, date, text) is
    'Whether a row gives another name, birth date or sex than is known, or a birth date or sex where none is; what it leaves open is no difference.';

create or replace function register.find_renamed() returns void
language plpgsql as $$
begin
    create temp table renamed on commit drop as
    select s.line, p.person_id
    from staging as s
    inner join register.person as p on p.nik = s.nik
    where register.says_otherwise(s.name, s.birth_date, s.sex, p.name, p.birth_date, p.sex)
        or exists (select from register.person_record as r where r.person_id = p.person_id);
end
$$;
comment on function register.find_renamed() is 'Finds the staged rows whose person is known with other words.';

create or replace function register.warn_renamed() returns void
language sql as $$
    insert into warned
    select s.line, 'NIK', 'other_name',
        'The register knows this NIK under another name; whose it is should be looked at.'
    from renamed as r
    inner join staging as s using (line)
    inner join register.person_profile as p on p.person_id = r.person_id
    where reference.similarity(upper(s.name), upper(p.name)) * 100
        < law.setting('match_min_name_similarity', current_date)
$$;
comment on function register.warn_renamed() is 'Adds a doubt for each row that gives a known NIK a name quite unlike the known one.';

create or replace function register.note_persons() returns void
language sql as $$
    with told as (
        select distinct on (p.person_id)
            p.person_id, s.birth_date, s.line, s.sex, s.name,
            -- A birth date or sex that was not known yet is no change.
            register.says_otherwise(
                s.name, case when p.birth_date is not null then s.birth_date end, case when p.sex is not null then s.sex end,
                p.name, p.birth_date, p.sex) as is_change
        from renamed as r
        inner join staging as s using (line)
        inner join register.person_profile as p on p.person_id = r.person_id
        where register.says_otherwise(s.name, s.birth_date, s.sex, p.name, p.birth_date, p.sex)
            -- What the register says already is kept as well where others have said otherwise: it holds when the batch that
            -- said it first is taken back. Not a sex that others leave open, as wage files do of everybody.
            or exists (
                select
                from (
                    select o.name, o.birth_date, o.sex from register.person as o where o.person_id = r.person_id
                    union all
                    select o.name, o.birth_date, o.sex from register.person_record as o where o.person_id = r.person_id
                ) as o
                where register.says_otherwise(
                    s.name, s.birth_date, case when o.sex is not null then s.sex end, o.name, o.birth_date, o.sex)
            )
        order by p.person_id, s.line
    ),

    noted as (
        insert into register.person_record (person_id, birth_date, batch_id, line, sex, name)
        select t.person_id, t.birth_date, i.batch_id, t.line, t.sex, t.name
        from told as t
        cross join this_import as i
    )

    insert into changed
    select 'persons_changed', count(*), null from told as t where t.is_change having count(*) > 0
$$;
comment on function register.note_persons() is
    'Keeps what rows say of known persons where anybody says otherwise, and counts what is new in it among the changes.';
