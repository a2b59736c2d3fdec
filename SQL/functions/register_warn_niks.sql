-- What is doubtful in the NIKs of an import's staged rows. Areas are those of first issue, and old and odd codes exist,
-- so a doubt keeps the row (structure PPKKCC DDMMYY SSSS, 40 added to the day of women). Whole numbers throughout:
-- this runs over every row of the largest files.

create or replace function register.nik_day_month_year(nik bigint) returns integer
language sql immutable parallel safe
return ((nik / 10000) % 1000000 - case when (nik / 10000) % 1000000 > 400000 then 400000 else 0 end)::integer;
comment on function register.nik_day_month_year(bigint) is 'The birth date in a NIK as the number DDMMYY, the 40 of women taken off.';

create or replace function register.warn_niks() returns void
language sql as $$
    with districts as (
        select replace(r.code, '.', '')::integer as area, r.retired
        from reference.region as r
        where r.level = 3
    ),

    doubts as (
        select
            s.line,
            d.area is null as unknown_region,
            coalesce(d.retired, false) as retired_region,
            coalesce(
                register.nik_day_month_year(s.nik)
                <> date_part('day', s.birth_date) * 10000 + date_part('month', s.birth_date) * 100
                    + (date_part('year', s.birth_date)::integer % 100), false) as other_birth_date,
            coalesce((s.sex = 'F') <> ((s.nik / 100000000) % 100 > 40), false) as other_sex
        from staging as s
        left join districts as d on d.area = (s.nik / 10000000000)::integer
        where s.nik is not null
    )

    insert into warned
    select d.line, 'NIK', w.code, w.message
    from doubts as d
    cross join lateral (values
        (d.unknown_region, 'nik_unknown_region', 'The first six digits are no district that Kemendagri lists or has listed.'),
        (d.retired_region, 'nik_retired_region', 'The first six digits are a district that exists no longer.'),
        (d.other_birth_date, 'nik_birth_date', 'The NIK and the birth date of the row do not agree.'),
        (d.other_sex, 'nik_sex', 'The NIK and the sex of the row do not agree.')
    ) as w (applies, code, message)
    where (d.unknown_region or d.retired_region or d.other_birth_date or d.other_sex) and w.applies
$$;
comment on function register.warn_niks() is 'Adds doubts about NIKs of staged rows to the temporary table "warned".';
