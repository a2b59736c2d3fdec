create or replace function register.lock_persons() returns void
language sql as $$
    select pg_advisory_xact_lock(hashtext('patuh.persons'))
$$;
comment on function register.lock_persons() is
    'Lets one import at a time add persons: two offices may bring the same new one, and the second waits and then knows it. '
    'Against "on conflict do nothing" this halves the time of a million new persons.';

create or replace function register.add_persons() returns void
language sql as $$
    select register.lock_persons();

    insert into register.person (nik, birth_date, batch_id, sex, name)
    select distinct on (s.nik) s.nik, s.birth_date, i.batch_id, s.sex, s.name
    from staging as s
    cross join this_import as i
    where s.nik is not null and not exists (select from register.person as p where p.nik = s.nik)
    order by s.nik, s.line
$$;
comment on function register.add_persons() is 'Adds the persons of an import''s staged rows that are not known yet.';
