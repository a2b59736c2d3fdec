-- What is doubtful in the NIKs of an import's staged rows. Areas are those of first issue, and old and odd codes exist,
-- so a doubt keeps the row (structure PPKKCC DDMMYY SSSS, 40 added to the day of women). Whole numbers throughout:
-- this runs over every row of the largest files.

create or replace function register.nik_day_month_year(nik bigint) returns integer
language sql immutable parallel safe
return ((nik / 10000) % 1000000 % 400000)::integer;
comment on function register.nik_day_month_year(bigint) is 'The birth date in a NIK as the number DDMMYY, the 40 of women taken off.';

create or replace function register.nik_differs_from_birth_date(nik bigint, birth_date date) returns boolean
language sql immutable parallel safe
return register.nik_day_month_year(nik)
    <> date_part('day', birth_date) * 10000 + date_part('month', birth_date) * 100
        + (date_part('year', birth_date)::integer % 100);
comment on function register.nik_differs_from_birth_date(bigint, date) is 'Whether a NIK has another birth date than the one given; null without one.';

create or replace function register.nik_differs_from_sex(nik bigint, sex text) returns boolean
language sql immutable parallel safe
return (sex = 'F') <> ((nik / 100000000) % 100 > 40);
comment on function register.nik_differs_from_sex(bigint, text) is 'Whether a NIK is one of the other sex; null where none is given.';

-- Of a year of two digits nobody knows the century, but both have the same leap years: 1900 alone is doubtful.
create or replace function register.nik_has_day(nik bigint) returns boolean
language sql immutable parallel safe
return nik / 100000000 % 100 % 40 between 1 and case
    when nik / 1000000 % 100 in (4, 6, 9, 11) then 30
    when nik / 1000000 % 100 = 2 then case when nik / 10000 % 4 = 0 then 29 else 28 end
    else 31
end;
comment on function register.nik_has_day(bigint) is 'Whether the birth date in a NIK is a day of the calendar: the 31st of February is none.';

create or replace function register.nik_contradicts_person(nik bigint, birth_date date, sex text) returns boolean
language sql immutable parallel safe
-- What agrees with a birth date is a day of the calendar.
return case when birth_date is null then not register.nik_has_day(nik) else register.nik_differs_from_birth_date(nik, birth_date) end
    or register.nik_differs_from_sex(nik, sex);
comment on function register.nik_contradicts_person(bigint, date, text) is
    'Whether a NIK has no day of the calendar, or another birth date or sex than the person.';

create or replace function register.warn_niks() returns void
language sql as $$
    with districts as (
        select replace(r.code, '.', '')::integer as area, r.retired
        from reference.region as r
        where r.level = 3
    ),

    -- Most rows are passed over here; "not in" a small list is far cheaper than a join.
    doubtful as (
        select s.line, s.nik, s.birth_date, s.sex
        from staging as s
        where s.nik is not null
            and (
                (s.nik / 10000000000)::integer not in (select d.area from districts as d where not d.retired)
                or register.nik_differs_from_birth_date(s.nik, s.birth_date)
                or register.nik_differs_from_sex(s.nik, s.sex)
            )
    )

    insert into warned
    select s.line, 'NIK', w.code, w.message
    from doubtful as s
    left join districts as d on d.area = (s.nik / 10000000000)::integer
    cross join lateral (values
        (d.area is null, 'nik_unknown_region', 'The first six digits are no district that Kemendagri lists or has listed.'),
        (d.retired, 'nik_retired_region', 'The first six digits are a district that exists no longer.'),
        (register.nik_differs_from_birth_date(s.nik, s.birth_date), 'nik_birth_date', 'The NIK and the birth date of the row do not agree.'),
        (register.nik_differs_from_sex(s.nik, s.sex), 'nik_sex', 'The NIK and the sex of the row do not agree.')
    ) as w (applies, code, message)
    where w.applies
$$;
comment on function register.warn_niks() is 'Adds doubts about NIKs of staged rows to the temporary table "warned".';
