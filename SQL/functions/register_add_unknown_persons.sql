create or replace function register.add_unknown_persons() returns void
language sql as $$
    insert into register.person (business_id, birth_date, batch_id, sex, name)
    select distinct on (s.business_id, s.birth_date, upper(s.name)) s.business_id, s.birth_date, i.batch_id, s.sex, s.name
    from staging as s
    cross join this_import as i
    where s.nik is null and s.person_id is null
    order by s.business_id, s.birth_date, upper(s.name), s.line
    on conflict do nothing
$$;
comment on function register.add_unknown_persons() is
    'Adds the workers of an import''s staged rows who have no NIK: somebody of that name and birth date with that employer.';
