-- What is doubtful in the NIKs of an import's staged rows. Areas are those of first issue, and old and odd codes exist,
-- so a doubt keeps the row (UU 23/2006 jo 24/2013; structure PPKKCC DDMMYY SSSS, 40 added to the day of women).

create or replace function register.nik_district(nik bigint) returns text
language sql immutable
return substr(nik::text, 1, 2) || '.' || substr(nik::text, 3, 2) || '.' || substr(nik::text, 5, 2);
comment on function register.nik_district(bigint) is 'The district in which a NIK was first issued, as a Kemendagri code.';

create or replace function register.nik_birth_date(nik bigint) returns date
language sql immutable as $$
    select case
        when p.month between 1 and 12 and p.day between 1 and 31
            and p.day <= extract(day from make_date(p.year, p.month, 1) + interval '1 month - 1 day')
            then make_date(p.year, p.month, p.day)
    end
    from (
        select
            ((nik / 100000000) % 100 % 40)::integer as day,
            ((nik / 1000000) % 100)::integer as month,
            -- Two digits of the year: nobody with a NIK is yet to be born.
            case
                when 2000 + (nik / 10000) % 100 > extract(year from current_date) then 1900 else 2000
            end + ((nik / 10000) % 100)::integer as year
    ) as p
$$;
comment on function register.nik_birth_date(bigint) is
    'The birth date in a NIK, the century by what is possible; null when there is no such day.';

create or replace function register.warn_niks() returns void
language sql as $$
    insert into warned
    select s.line, 'NIK', 'nik_unknown_region', 'The first six digits are no district that Kemendagri lists or has listed.'
    from staging as s
    where not exists (
        select from reference.region as r
        where r.level = 3 and r.code = register.nik_district(s.nik)
    );

    insert into warned
    select s.line, 'NIK', 'nik_retired_region', 'The first six digits are a district that exists no longer.'
    from staging as s
    inner join reference.region as r
        on r.level = 3 and r.retired and r.code = register.nik_district(s.nik);

    insert into warned
    select s.line, 'NIK', 'nik_birth_date', 'The NIK and the birth date of the row do not agree.'
    from staging as s
    where to_char(s.birth_date, 'MMDD') || right(to_char(s.birth_date, 'YYYY'), 2)
        <> to_char(register.nik_birth_date(s.nik), 'MMDD') || right(to_char(register.nik_birth_date(s.nik), 'YYYY'), 2);

    insert into warned
    select s.line, 'NIK', 'nik_sex', 'The NIK and the sex of the row do not agree.'
    from staging as s
    where s.sex is not null and (s.sex = 'F') <> ((s.nik / 100000000) % 100 > 40);
$$;
comment on function register.warn_niks() is 'Adds doubts about NIKs of staged rows to the temporary table "warned".';
