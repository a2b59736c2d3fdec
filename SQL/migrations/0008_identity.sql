-- Who is who: numbers that several sites share, and decisions of people that two records are one.

-- Names are compared by their trigrams (pg_trgm, part of PostgreSQL's own distribution).
create extension if not exists pg_trgm with schema reference;

create table reference.name_form (
    word    text primary key,
    meaning text not null,
    kind    text not null check (kind in ('legal_form', 'suffix', 'abbreviation'))
);
comment on table  reference.name_form         is 'Words by which names of firms differ without being other names.';
comment on column reference.name_form.word    is 'The word as lists write it, in capitals and without points.';
comment on column reference.name_form.meaning is 'Legal form it stands for, or the word in full.';
comment on column reference.name_form.kind    is 'legal_form (PT, CV …), suffix (Tbk, Persero) or abbreviation.';

-- Each batch gives its numbers: taking one batch back leaves those that another gives as well. One number may stand under
-- several businesses, such as the NPWP of a firm with sites; what it then leads to is a person's decision.
alter table register.business_identifier
    drop constraint business_identifier_pkey,
    drop constraint business_identifier_office_id_kind_value_business_id_key;
alter table register.business_identifier add primary key (business_id, kind, value, batch_id);
create index business_identifier_value on register.business_identifier (office_id, kind, value)
    include (business_id, batch_id);
comment on column register.business_identifier.batch_id is 'Batch that gave the number.';

create table register.business_match (
    match_id    bigint      generated always as identity primary key,
    decided_at  timestamptz not null default clock_timestamp(),
    business_id bigint      not null references register.business,
    other_id    bigint      not null references register.business,
    office_id   smallint    not null references register.office,
    verdict     text        not null check (verdict in ('same', 'different')),
    decided_by  text        not null,
    reason      text        not null,
    check (business_id < other_id)
);
comment on table  register.business_match             is 'Decision that two businesses of the register are one employer, or are not; the newest of a pair holds.';
comment on column register.business_match.match_id    is 'Number of the decision.';
comment on column register.business_match.decided_at  is 'From when it holds.';
comment on column register.business_match.business_id is 'One of the two.';
comment on column register.business_match.other_id    is 'The other.';
comment on column register.business_match.office_id   is 'Office.';
comment on column register.business_match.verdict     is 'same or different.';
comment on column register.business_match.decided_by  is 'Who decided.';
comment on column register.business_match.reason      is 'Why.';
create index business_match_pair on register.business_match (business_id, other_id);

-- A worker whose list gives no NIK is somebody, but nobody knows who: known to one employer by name and birth date.
alter table register.person
    alter column nik drop not null,
    add column business_id bigint,
    add check ((nik is null) = (business_id is not null)),
    add check (nik is not null or birth_date is not null);
comment on column register.person.nik is 'Nomor Induk Kependudukan, 16 digits, first digit never 0; null where the list gives none.';
comment on column register.person.business_id is 'Business on whose list somebody without a NIK stands; null for persons with one.';
create unique index person_without_nik on register.person (business_id, birth_date, upper(name)) where nik is null;

create table register.person_match (
    match_id   bigint      generated always as identity primary key,
    decided_at timestamptz not null default clock_timestamp(),
    person_id  bigint      not null,
    other_id   bigint      not null,
    office_id  smallint    not null references register.office,
    verdict    text        not null check (verdict in ('same', 'different')),
    decided_by text        not null,
    reason     text        not null
);
comment on table  register.person_match            is 'Decision that a worker without NIK is a person with one, or is not; the newest of a pair holds.';
comment on column register.person_match.match_id   is 'Number of the decision.';
comment on column register.person_match.decided_at is 'From when it holds.';
comment on column register.person_match.person_id  is 'The worker without NIK.';
comment on column register.person_match.other_id   is 'The person with a NIK.';
comment on column register.person_match.office_id  is 'Office.';
comment on column register.person_match.verdict    is 'same or different.';
comment on column register.person_match.decided_by is 'Who decided.';
comment on column register.person_match.reason     is 'Why.';
create index person_match_person on register.person_match (person_id);

select journal.protect(t) from unnest(array['register.business_match', 'register.person_match']::regclass[]) as t;
