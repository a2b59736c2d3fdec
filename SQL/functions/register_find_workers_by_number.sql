-- Forms without NIK name a worker of the employer by another number. Somebody with a NIK goes before somebody without one,
-- who may be the same person, known by an earlier form alone.
create or replace function register.find_workers_by_number() returns void
language plpgsql as $$
begin
    create temp table numbered on commit drop as
    select
        f.line,
        count(distinct f.person_id) filter (where f.fits) as fitting,
        case count(distinct f.person_id) filter (where f.fits and f.nik is not null)
            when 1 then min(f.person_id) filter (where f.fits and f.nik is not null)
            when 0 then case count(distinct f.person_id) filter (where f.fits) when 1 then min(f.person_id) filter (where f.fits) end
        end as person_id
    from (
        select
            s.line, p.person_id, p.nik,
            p.birth_date = s.birth_date or p.birth_date is null or s.birth_date is null as fits
        from staging as s
        inner join register.roster_line as l
            on l.business_id = s.business_id and (l.kpj = s.kpj::bigint or l.tk_code = s.tk_code)
        inner join standing as t on t.batch_id = l.batch_id
        inner join register.person as p on p.person_id = l.person_id
        where s.nik is null and s.relation = 'worker' and coalesce(s.kpj, s.tk_code) is not null
    ) as f
    group by f.line;

    update staging as s
    set nik = p.nik, person_id = p.person_id
    from numbered as n
    inner join register.person as p using (person_id)
    where n.line = s.line;

    insert into rejected
    select
        s.line, coalesce(i.headings ->> 'kpj', i.headings ->> 'tk_code'), 'other_worker',
        case n.fitting
            when 0 then 'The employer has this number for somebody with another birth date; correct the number or the birth date.'
            else 'Several workers of the employer are known by this number; name the one that is meant by NIK.'
        end
    from staging as s
    cross join this_import as i
    inner join numbered as n using (line)
    where n.person_id is null;

    -- That somebody comes, goes or changes says that they work there: a name and a birth date are enough to keep it, as in any
    -- list without NIK. A number alone says nothing of who it is.
    insert into rejected
    select
        s.line, coalesce(i.headings ->> 'kpj', i.headings ->> 'tk_code'), 'unknown_number',
        'No worker of this employer is known by this number, and without name and birth date nobody can tell who it is; '
            || 'import a list with this number first, then this row.'
    from staging as s
    cross join this_import as i
    where s.nik is null and s.relation = 'worker' and coalesce(s.kpj, s.tk_code) is not null
        and not exists (select from numbered as n where n.line = s.line)
        and (s.name is null or s.birth_date is null);
end
$$;
comment on function register.find_workers_by_number() is
    'Finds the workers whom staged rows without NIK name by KPJ or TK code, and rejects rows whose number leaves open who is meant.';
