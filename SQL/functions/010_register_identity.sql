-- Who is who: views of other files build on this one, so it comes first.

create or replace function register.merged_business(known timestamptz default clock_timestamp())
returns table (business_id bigint, identity_id bigint)
language sql stable as $$
    with recursive decision as (
        select distinct on (m.business_id, m.other_id) m.business_id, m.other_id, m.verdict
        from register.business_match as m
        where m.decided_at <= known
        order by m.business_id, m.other_id, m.match_id desc
    ),

    link (a, b) as (
        select d.business_id, d.other_id from decision as d where d.verdict = 'same'
        union all
        select d.other_id, d.business_id from decision as d where d.verdict = 'same'
    ),

    reached (a, b) as (
        select l.a, l.b from link as l
        union
        select r.a, l.b from reached as r inner join link as l on l.a = r.b
    ),

    member as (
        select r.a as business_id, min(r.b) as group_id from reached as r group by r.a
    ),

    identity as (
        select distinct on (m.group_id) m.group_id, m.business_id as identity_id
        from member as m
        order by
            m.group_id,
            not exists (
                select from register.business_identifier as i
                where i.business_id = m.business_id and i.kind = 'entity_code'
            ),
            m.business_id
    )

    select m.business_id, i.identity_id
    from member as m
    inner join identity as i using (group_id)
    where m.business_id <> i.identity_id
$$;
comment on function register.merged_business(timestamptz) is
    'Businesses that people have decided are another one, and that one: of those that belong together the first with a kode badan usaha.';

create or replace function register.identity(office smallint, known timestamptz default clock_timestamp())
returns table (business_id bigint, identity_id bigint)
language sql stable as $$
    select b.business_id, coalesce(m.identity_id, b.business_id)
    from register.business as b
    left join register.merged_business(known) as m using (business_id)
    where b.office_id = office
$$;
comment on function register.identity(smallint, timestamptz) is
    'Every business of an office with the one it counts for: itself, or the one that people have decided it is.';

create or replace function register.group_of(business bigint) returns setof bigint
language sql stable as $$
    select register.members_of(coalesce(
        (select m.identity_id from register.merged_business() as m where m.business_id = business), business))
$$;
comment on function register.group_of(bigint) is 'All businesses that count as one employer with a business, itself among them.';

create or replace function register.members_of(business bigint) returns setof bigint
language sql stable as $$
    select business
    union
    select m.business_id from register.merged_business() as m where m.identity_id = business
$$;
comment on function register.members_of(bigint) is 'A business and those that people have decided are the same.';

create or replace view register.identifier_kind as
select *
from (values
    ('entity_code', 'Kode Badan Usaha', 'jkn-businesses'),
    ('wlkp_number', 'Nomor WLKP', 'wlkp'),
    ('npwp', 'NPWP', null),
    ('nib', 'NIB', null),
    ('npp', 'NPP BPJS TK', null),
    ('field_number', 'Nomor Lapangan', 'businesses')
) as k (kind, heading, list);
comment on view register.identifier_kind is 'Numbers that identify a business, with the heading under which layouts carry them.';
comment on column register.identifier_kind.kind is 'Kind of the number.';
comment on column register.identifier_kind.heading is 'Heading under which layouts carry it.';
comment on column register.identifier_kind.list is 'Import kind of the list whose own number it is, which gives it; null for a number from elsewhere.';

-- Of contradicting lists that of BPJS Kesehatan counts: a number mistyped elsewhere takes no business's place. Of the
-- numbers that one kind of list has taken from elsewhere the newest of a business count; its own numbers all do.
create or replace view register.identifier as
with told as (
    select
        i.office_id, i.kind, i.value, i.business_id, b.kind as list,
        rank() over (
            partition by i.business_id, i.kind, b.kind
            order by case when b.kind is distinct from k.list then i.batch_id end desc
        ) as age
    from register.business_identifier as i
    inner join import.batch as b using (batch_id)
    inner join register.identifier_kind as k on k.kind = i.kind
    where not exists (select from import.withdrawal as w where w.batch_id = i.batch_id)
),

given as (
    select
        t.office_id, t.kind, t.value, t.business_id, coalesce(m.identity_id, t.business_id) as identity_id,
        rank() over (partition by t.office_id, t.kind, t.value order by t.list <> 'jkn-businesses') as authority
    from told as t
    left join register.merged_business() as m on m.business_id = t.business_id
    where t.age = 1
)

select g.office_id, g.kind, g.value, min(g.business_id) as business_id, min(g.identity_id) as identity_id
from given as g
where g.authority = 1
group by g.office_id, g.kind, g.value
having count(distinct g.identity_id) = 1;
comment on view register.identifier is
    'Numbers that lead to one business: the newest given by batches that stand, and by no equally good source for another business.';
comment on column register.identifier.office_id is 'Office.';
comment on column register.identifier.kind is 'entity_code, wlkp_number, npwp, nib or npp.';
comment on column register.identifier.value is 'The number.';
comment on column register.identifier.business_id is 'Business of the register that has it: evidence is stored under it.';
comment on column register.identifier.identity_id is 'The business it counts for, after the decisions of people.';

create or replace function register.merged_person(known timestamptz default clock_timestamp())
returns table (person_id bigint, identity_id bigint)
language sql stable as $$
    select distinct on (d.person_id) d.person_id, d.other_id
    from (
        select distinct on (m.person_id, m.other_id) m.*
        from register.person_match as m
        where m.decided_at <= known
        order by m.person_id, m.other_id, m.match_id desc
    ) as d
    where d.verdict = 'same'
    order by d.person_id, d.match_id desc
$$;
comment on function register.merged_person(timestamptz) is
    'Workers without NIK that people have decided are a person with one, and that person: by the newest decision.';

create or replace function register.person_code(person_id bigint) returns text
language sql immutable
return 'P-' || lpad(person_id::text, 6, '0');
comment on function register.person_code(bigint) is 'A person''s number as printed: P-000123.';
