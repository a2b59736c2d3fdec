create or replace function register.add_persons() returns void
language plpgsql as $$
begin
    insert into register.person (nik, birth_date, batch_id, sex, name)
    select distinct on (s.nik) s.nik, s.birth_date, i.batch_id, s.sex, s.name
    from staging as s
    cross join this_import as i
    where not exists (select from register.person as p where p.nik = s.nik)
    order by s.nik, s.line
    on conflict (nik) do nothing;

    update staging as s
    set person_id = p.person_id
    from register.person as p
    where p.nik = s.nik;
end
$$;
comment on function register.add_persons() is 'Adds the persons of an import''s staged rows that are not known yet, and resolves all of them.';
