-- How rows of the temporary table "staging" of an import find their business. Rows of different sources meet
-- through the numbers they share; names are never used.

create or replace view register.identifier_kind as
select *
from (values
    ('entity_code', 'Kode Badan Usaha'),
    ('wlkp_number', 'Nomor WLKP'),
    ('npwp', 'NPWP'),
    ('nib', 'NIB'),
    ('npp', 'NPP BPJS TK')
) as k (kind, heading);
comment on view register.identifier_kind is 'Numbers that identify a business, with the heading under which layouts carry them.';
comment on column register.identifier_kind.kind is 'Kind of the number.';
comment on column register.identifier_kind.heading is 'Heading under which layouts carry it.';

create or replace function register.link_businesses() returns void
language plpgsql as $$
begin
    create temp table staged_identifier on commit drop as
    select s.line, k.kind, k.heading, v.value
    from staging as s
    cross join register.identifier_kind as k
    cross join lateral (select case k.kind
        when 'entity_code' then s.entity_code
        when 'wlkp_number' then s.wlkp_number
        when 'npwp' then s.npwp
        when 'nib' then s.nib
        when 'npp' then s.npp
    end as value) as v
    where v.value is not null;
    create index on staged_identifier (kind, value);
    analyze staged_identifier;

    insert into rejected
    select i.line, i.heading, 'duplicate', 'The same number stands in the file under another business above.'
    from (
        select line, heading, row_number() over (partition by kind, value order by line) as n from staged_identifier
    ) as i
    where i.n > 1;

    create temp table staged_business on commit drop as
    select s.line, min(b.business_id) as business_id, count(distinct b.business_id) as candidates
    from staged_identifier as s
    cross join this_import as i
    inner join register.business_identifier as b
        on b.office_id = i.office_id and b.kind = s.kind and b.value = s.value
    group by s.line;

    insert into rejected
    select line, 'Kode Badan Usaha', 'several_businesses',
        'The numbers of this row belong to different businesses of the register.'
    from staged_business
    where candidates > 1;

    -- Two rows of the file may also lead to one business by different numbers.
    insert into rejected
    select line, 'Kode Badan Usaha', 'duplicate', 'Another row of the file is the same business of the register.'
    from (
        select line, row_number() over (partition by business_id order by line) as n
        from staged_business
        where candidates = 1
    ) as b
    where n > 1;
end
$$;
comment on function register.link_businesses() is
    'Finds the business of each staged row by its numbers; rejects rows whose numbers contradict the register or each other.';

create or replace function register.identify_businesses() returns void
language plpgsql as $$
begin
    update staging as s
    set business_id = b.business_id
    from staged_business as b
    where b.line = s.line;

    update staging as s
    set business_id = nextval('register.business_business_id_seq'), is_new = true
    where s.business_id is null;
end
$$;
comment on function register.identify_businesses() is 'Gives each staged row its business, or the key of a new one.';

create or replace function register.add_businesses() returns void
language plpgsql as $$
begin
    insert into register.business (business_id, office_id, batch_id)
    overriding system value
    select s.business_id, i.office_id, i.batch_id
    from staging as s
    cross join this_import as i
    where s.is_new
    order by s.business_id;

    insert into register.business_identifier (business_id, batch_id, office_id, kind, value)
    select s.business_id, i.batch_id, i.office_id, n.kind, n.value
    from staging as s
    cross join this_import as i
    inner join staged_identifier as n on n.line = s.line
    order by s.business_id, n.kind
    on conflict do nothing;
end
$$;
comment on function register.add_businesses() is 'Adds new businesses and the numbers that a source newly gives of known ones.';
