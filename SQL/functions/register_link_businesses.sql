-- How rows of the temporary table "staging" of an employer list find their business: by the numbers they share with the
-- register, never by the name. A number that several sites share links nothing: people decide (register.business_match).

drop function if exists register.link_businesses();
create or replace function register.link_businesses(own_kind text) returns void
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
        when 'field_number' then s.field_number
    end as value) as v
    where v.value is not null;
    create index on staged_identifier (kind, value);
    analyze staged_identifier;

    insert into rejected
    select i.line, i.heading, 'duplicate', 'The same number stands in the file under another business above.'
    from (
        select line, heading, row_number() over (partition by value order by line) as n
        from staged_identifier
        where kind = own_kind
    ) as i
    where i.n > 1;

    -- What other lists say of the businesses: those that stand or, of a business that none names any more, those that did.
    create temp table elsewhere on commit drop as
    select e.business_id, e.kind, e.value, e.stands
    from (
        select
            i.business_id, i.kind, i.value, w.batch_id is null as stands,
            rank() over (partition by i.business_id order by w.batch_id is not null) as trust
        from register.business_identifier as i
        inner join this_import as t using (office_id)
        inner join import.batch as b on b.batch_id = i.batch_id
        inner join register.identifier_kind as k on k.kind = own_kind and k.list <> b.kind
        left join import.withdrawal as w on w.batch_id = i.batch_id
    ) as e
    where e.trust = 1;
    create index on elsewhere (business_id);
    analyze elsewhere;

    -- By the list's own number. One of a batch that was taken back leads to the business it had, unless other lists give
    -- that none of the row's numbers: a wrong one had led there. The number of BPJS Kesehatan keeps its business.
    create temp table staged_business on commit drop as
    select distinct on (s.line)
        s.line, b.business_id, coalesce(m.identity_id, b.business_id) as identity_id, true as by_own_number, true as is_alike
    from staged_identifier as s
    cross join this_import as i
    inner join register.business_identifier as b
        on b.office_id = i.office_id and b.kind = s.kind and b.value = s.value
    left join import.withdrawal as w on w.batch_id = b.batch_id
    left join register.merged_business() as m on m.business_id = b.business_id
    where s.kind = own_kind and not exists (select from rejected as r where r.line = s.line)
        and (
            w.batch_id is null or own_kind = 'entity_code'
            or b.business_id not in (select e.business_id from elsewhere as e)
            or exists (
                select from elsewhere as e
                inner join staged_identifier as o using (kind, value)
                where e.business_id = b.business_id and o.line = s.line
            )
        )
    order by s.line, w.batch_id is not null, b.batch_id desc, b.business_id;
    analyze staged_business;

    perform import.find_businesses(variadic array(select kind from register.identifier_kind));
    perform register.link_by_shared_numbers(own_kind, array['entity_code', 'wlkp_number', 'npp', 'field_number'], false);
    perform register.link_by_shared_numbers(own_kind, array['npwp', 'nib'], true);
    perform register.reject_second_rows(own_kind);
end
$$;
comment on function register.link_businesses(text) is
    'Finds the business of each staged row of a list by the list''s own kind of number, else by the numbers it shares with other '
    'lists; rejects rows that repeat the own number or the business.';

create or replace function register.names_alike(name text, other text) returns boolean
language sql stable as $$
    select
        reference.similarity(n.core, o.core) * 100 >= law.setting('match_min_name_similarity', current_date)
        or least(length(n.core), length(o.core)) >= 8 and (starts_with(n.core, o.core) or starts_with(o.core, n.core))
    from register.firm_name(name) as n
    cross join register.firm_name(other) as o
$$;
comment on function register.names_alike(text, text) is
    'Whether two names may be those of one firm: alike, or one the beginning of the other.';

create or replace function register.link_by_shared_numbers(own_kind text, kinds text[], careful boolean) returns void
language sql as $$
    with own as (
        select distinct i.identity_id from known_number as i where i.kind = own_kind
    ),

    -- Two codes of BPJS Kesehatan are two employers, unless the one that has the number is closed: registered again.
    registered as (
        select k.identity_id
        from known_number as k
        left join lateral (
            select r.status
            from register.business_record as r
            inner join standing using (batch_id)
            where r.business_id = k.business_id and r.source = 'jkn'
            order by r.as_of desc, r.batch_id desc
            limit 1
        ) as r on true
        where own_kind = 'entity_code' and k.kind = own_kind and r.status is distinct from 'closed'
        except
        select b.identity_id from staged_business as b inner join staging as s using (line) where s.status = 'closed'
    ),

    -- The business that all numbers of a row agree on, unless a row has it already.
    agreed as (
        select s.line, min(i.business_id) as business_id, min(i.identity_id) as identity_id
        from staged_identifier as s
        inner join known_number as i using (kind, value)
        where s.kind = any(kinds) and s.kind <> own_kind
            and not exists (select from staged_business as b where b.line = s.line)
        group by s.line
        having count(distinct i.identity_id) = 1
    ),

    -- Under any name that a list has given it.
    alike as (
        select distinct k.line
        from (
            select distinct a.line, r.name
            from agreed as a
            inner join (select distinct n.business_id, n.identity_id from known_number as n) as b using (identity_id)
            inner join register.business_record as r on r.business_id = b.business_id
            inner join standing using (batch_id)
        ) as k
        inner join staging as s using (line)
        where register.names_alike(s.name, k.name)
    ),

    free as (
        select a.*, a.line in (select line from alike) as is_alike, row_number() over (partition by a.identity_id order by a.line) as n,
            count(*) over (partition by a.identity_id) as rows
        from agreed as a
        where not exists (select from staged_business as b where b.identity_id = a.identity_id)
            and a.identity_id not in (select r.identity_id from registered as r)
            and (
                not careful
                or not exists (select from own as o where o.identity_id = a.identity_id)
                or not exists (select from staged_identifier as s where s.line = a.line and s.kind = own_kind)
            )
    )

    insert into staged_business (line, business_id, identity_id, by_own_number, is_alike)
    select f.line, f.business_id, f.identity_id, false, f.is_alike
    from free as f
    where case when careful then f.rows = 1 and f.is_alike else f.n = 1 end
$$;
comment on function register.link_by_shared_numbers(text, text[], boolean) is
    'Links staged rows by numbers of some kinds. Careful, for numbers that sites share and that every list '
    'copies from elsewhere (NPWP, NIB): only where one row of the file and one business of the register have it, under names that '
    'may be one, and the list has given that business no other number of its own. No row of BPJS Kesehatan is linked to an employer '
    'that takes part under another code.';

create or replace function register.reject_second_rows(own_kind text) returns void
language sql as $$
    with placed as (
        select b.line, first_value(b.line) over one as kept
        from staged_business as b
        inner join staging as s using (line)
        where b.by_own_number and not exists (select from rejected as r where r.line = b.line)
        window one as (partition by b.business_id order by s.status is not distinct from 'closed', b.line)
    )

    insert into rejected
    select
        p.line, k.heading, 'several_numbers',
        'The register has this employer under several numbers, another of which stands in the file '
        || case when p.kept < p.line then 'above' else 'below' end
        || ' as well; a list may name an employer once. Leave out the number that is no longer in use.'
    from placed as p
    inner join register.identifier_kind as k on k.kind = own_kind
    where p.kept <> p.line
$$;
comment on function register.reject_second_rows(text) is
    'Of the staged rows whose own numbers lead to one business one counts, an open one before a closed one, then the first; '
    'rejects the others.';

create or replace function register.warn_shared_numbers() returns void
language sql as $$
    with known as (
        select i.kind, i.value, coalesce(m.identity_id, i.business_id) as identity_id
        from register.business_identifier as i
        inner join this_import as t using (office_id)
        left join register.merged_business() as m on m.business_id = i.business_id
        where not exists (select from import.withdrawal as w where w.batch_id = i.batch_id)
    ),

    shared as (
        select s.line, s.heading
        from staged_identifier as s
        inner join known as k using (kind, value)
        left join staged_business as b using (line)
        where k.identity_id is distinct from b.identity_id
        union
        select s.line, s.heading
        from (
            select line, heading, count(*) over (partition by kind, value) as rows
            from staged_identifier
            inner join staging using (line)
        ) as s
        where s.rows > 1
    )

    insert into warned
    select line, heading, 'shared_number',
        'Another employer has the same number; the two stay apart until somebody decides: patuh business match list.'
    from shared
    inner join staging using (line)
$$;
comment on function register.warn_shared_numbers() is
    'Adds a doubt to "warned" for every staged row with a number that another employer of the file or the register has.';

create or replace function register.warn_other_numbers() returns void
language sql as $$
    insert into warned
    select s.line, s.heading, 'other_number',
        'The list of this employer''s other numbers has another one here. If an earlier file had a wrong number, give this one with --replaces.'
    from staged_business as b
    inner join staging using (line)
    inner join staged_identifier as s using (line)
    where b.by_own_number and s.kind in ('entity_code', 'npp')
        and exists (select from elsewhere as e where e.stands and (e.business_id, e.kind) = (b.business_id, s.kind))
        and not exists (
            select from elsewhere as e
            inner join staged_identifier as o using (kind, value)
            where e.business_id = b.business_id and o.line = s.line
        )
$$;
comment on function register.warn_other_numbers() is
    'Adds a doubt for each row whose own number leads to an employer of which other lists have other numbers, and none of the row''s.';

create or replace function register.warn_unlike_names() returns void
language sql as $$
    insert into warned
    select s.line, s.heading, 'unlike_name',
        'The register knows an employer of this number under quite another name; look whether the number is wrong.'
    from staged_business as b
    inner join staging using (line)
    inner join staged_identifier as s using (line)
    inner join known_number as k using (kind, value)
    where not b.by_own_number and not b.is_alike and k.identity_id = b.identity_id
$$;
comment on function register.warn_unlike_names() is
    'Adds a doubt for each row that was linked by a number it shares with an employer of another name.';

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

    -- Such a row is not unchanged, whatever else it says.
    create temp table new_number on commit drop as
    select distinct i.line
    from staged_identifier as i
    inner join staging as s using (line)
    where not exists (
        select from register.business_identifier as b
        inner join standing using (batch_id)
        where (b.business_id, b.kind, b.value) = (s.business_id, i.kind, i.value)
    );
end
$$;
comment on function register.identify_businesses() is
    'Gives each staged row its business, or the key of a new one; "new_number" has the rows with a number that is new to theirs.';

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
    order by s.business_id, n.kind;
end
$$;
comment on function register.add_businesses() is 'Adds new businesses and the numbers that the file gives.';
