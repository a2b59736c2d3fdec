create or replace function register.add_person_numbers() returns void
language sql as $$
    insert into register.person_number (person_id, batch_id, kind, value)
    select distinct p.person_id, i.batch_id, n.kind, n.value
    from staging as s
    cross join this_import as i
    cross join lateral (values ('kpj', s.kpj), ('tk_code', s.tk_code), ('jkn_card', s.jkn_card)) as n (kind, value)
    inner join register.person as p on p.nik = s.nik
    where n.value is not null
        and not exists (
            select from register.person_number as k
            inner join standing using (batch_id)
            where k.kind = n.kind and k.value = n.value and k.person_id = p.person_id
        )
$$;
comment on function register.add_person_numbers() is
    'Records the KPJ, SIPP and JKN card numbers of an import''s staged rows that no standing batch has given for the person.';
