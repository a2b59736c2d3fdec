create or replace function register.sources_of(office smallint)
returns table (business_id bigint, registered boolean, listed boolean)
language sql stable as $$
    select
        i.identity_id,
        bool_or(r.source = 'jkn'),
        bool_or(r.source <> 'jkn')
    from register.business_record as r
    inner join import.standing(office) as s using (batch_id)
    inner join register.identity(office) as i using (business_id)
    group by 1
$$;
comment on function register.sources_of(smallint) is
    'The employers of an office: whether the list of BPJS Kesehatan has them, and whether another list does.';

create or replace function register.unknown_workers(office smallint)
returns table (person_id bigint, business_id bigint, name text, birth_date date)
language sql stable as $$
    select p.person_id, p.business_id, p.name, p.birth_date
    from register.person_profile as p
    inner join register.business as b using (business_id)
    where p.nik is null and b.office_id = office
        and exists (
            select from register.roster_line as l
            inner join import.standing(office) as s using (batch_id)
            where l.business_id = p.business_id and l.person_id = p.person_id
        )
        and not exists (select from register.merged_person() as m where m.person_id = p.person_id)
$$;
comment on function register.unknown_workers(smallint) is 'Workers of an office without a NIK of whom nobody has decided who they are.';

drop function if exists register.numbers_of(bigint);
