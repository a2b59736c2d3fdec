create or replace function register.add_persons() returns void
language sql as $$
    insert into register.person (nik, birth_date, batch_id, sex, name)
    select distinct on (s.nik) s.nik, s.birth_date, i.batch_id, s.sex, s.name
    from staging as s
    cross join this_import as i
    where s.nik is not null and not exists (select from register.person as p where p.nik = s.nik)
    order by s.nik, s.line
    on conflict (nik) do nothing
$$;
comment on function register.add_persons() is 'Adds the persons of an import''s staged rows that are not known yet.';
