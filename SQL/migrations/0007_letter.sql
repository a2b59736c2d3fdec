-- Letters: numbered without gaps, stored as printed, never changed.

create schema letter;
comment on schema letter is 'Issued letters and their number registers.';

create table letter.register (
    office_id   smallint not null references register.office,
    year        smallint not null,
    last_number integer  not null check (last_number >= 0),
    kind        text     not null,
    primary key (office_id, kind, year)
);
comment on table  letter.register             is 'Gap-free numbers per office, kind and year (buku agenda); locked while a letter is issued.';
comment on column letter.register.office_id   is 'Office.';
comment on column letter.register.year        is 'Year of the letter date.';
comment on column letter.register.last_number is 'Last number taken.';
comment on column letter.register.kind        is 'Letter kind.';

create table letter.letter (
    letter_id    bigint      generated always as identity primary key,
    business_id  bigint      not null references register.business,
    visit_id     bigint      references inspection.visit,
    run_id       bigint      not null references audit.run,
    issued_at    timestamptz not null default clock_timestamp(),
    letter_date  date        not null,
    sequence     integer     not null check (sequence > 0),
    office_id    smallint    not null references register.office,
    year         smallint    not null,
    kind         text        not null check (kind in ('SPPK', 'SPPL', 'TEGURAN-1')),
    number       text        not null,
    verification text        not null unique,
    sha256       text        not null,
    issued_by    text        not null,
    payload      jsonb       not null,
    pdf          bytea       not null,
    unique (office_id, kind, year, sequence)
);
comment on table  letter.letter              is 'An issued letter: its facts and its bytes; frozen.';
comment on column letter.letter.letter_id    is 'Key.';
comment on column letter.letter.business_id  is 'Addressee.';
comment on column letter.letter.visit_id     is 'Visit it announces.';
comment on column letter.letter.run_id       is 'Audit run it rests on.';
comment on column letter.letter.issued_at    is 'When it was issued.';
comment on column letter.letter.letter_date  is 'Date printed on it.';
comment on column letter.letter.sequence     is 'Number in the register.';
comment on column letter.letter.office_id    is 'Office.';
comment on column letter.letter.year         is 'Year of the register.';
comment on column letter.letter.kind         is 'SPPK (panggilan), SPPL (pemberitahuan lapangan) or TEGURAN-1 (teguran tertulis pertama).';
comment on column letter.letter.number       is 'Number as printed (nomor surat).';
comment on column letter.letter.verification is 'Code in the footer and the QR image, by which the letter is looked up.';
comment on column letter.letter.sha256       is 'SHA-256 of the PDF.';
comment on column letter.letter.issued_by    is 'Who issued it.';
comment on column letter.letter.payload      is 'The facts that were printed.';
comment on column letter.letter.pdf          is 'The PDF/A as issued; printing again gives these bytes.';
create index letter_business on letter.letter (business_id, kind);

select journal.protect('letter.letter');

create function letter.keep_register() returns trigger
language plpgsql as $$
begin
    if tg_op = 'DELETE' or new.last_number <> old.last_number + 1
        or (new.office_id, new.kind, new.year) is distinct from (old.office_id, old.kind, old.year)
    then
        raise exception using
            errcode = 'PT011',
            message = 'A number register only counts on: letter numbers leave no gap and are never taken twice.',
            hint = 'Numbers are taken by issuing letters.';
    end if;
    return new;
end
$$;
comment on function letter.keep_register() is 'Trigger: a number register goes up by one, whoever asks.';
create trigger keep_register before update or delete on letter.register
for each row execute function letter.keep_register();
alter table letter.register enable always trigger keep_register;
