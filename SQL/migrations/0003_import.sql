-- Offices with their officers, and the batches in which evidence came in.

create schema register;
comment on schema register is 'Offices, businesses, persons and the evidence about them.';

create schema import;
comment on schema import is 'Batches of imported files and their rejected rows.';

create table register.office (
    office_id        smallint generated always as identity primary key,
    code             text     not null unique,
    kind             text     not null check (kind in ('bpjs_branch', 'labour_office')),
    name             text     not null,
    address          text     not null,
    city             text     not null,
    province_code    text     not null references reference.region,
    partner_code     text,
    head_name        text     not null,
    head_title       text     not null,
    head_number      text     not null,
    letter_unit      text     not null,
    number_template  text     not null default '{seq}/{kind}/{unit}/{MM}{YY}',
    time_zone        text     not null check (time_zone in ('WIB', 'WITA', 'WIT')),
    phone            text     not null
);
comment on table  register.office                 is 'A BPJS Kesehatan branch (kantor cabang) or a provincial labour office (disnakertrans).';
comment on column register.office.office_id       is 'Key that every row of the office carries.';
comment on column register.office.code            is 'Code of the office (kode kantor).';
comment on column register.office.kind            is 'bpjs_branch or labour_office.';
comment on column register.office.name            is 'Name as letters print it.';
comment on column register.office.address         is 'Street address.';
comment on column register.office.city            is 'City, the place in the date line of letters.';
comment on column register.office.province_code   is 'Province.';
comment on column register.office.partner_code    is 'Office it inspects jointly with.';
comment on column register.office.head_name       is 'Who signs (kepala cabang, kepala dinas).';
comment on column register.office.head_title      is 'Title in the signature block.';
comment on column register.office.head_number     is 'Staff number: NPP at BPJS, NIP of civil servants.';
comment on column register.office.letter_unit     is 'Unit code in letter numbers (kode unit).';
comment on column register.office.number_template is 'Letter number: {seq}, {kind}, {unit}, {MM}, {YY}, {YYYY}; registers run per kind, so the kind keeps numbers apart.';
comment on column register.office.time_zone       is 'WIB, WITA or WIT, as letters print times.';
comment on column register.office.phone           is 'Telephone.';

create table register.office_region (
    office_id   smallint not null references register.office,
    region_code text     not null references reference.region,
    primary key (office_id, region_code)
);
comment on table  register.office_region             is 'Regencies that an office is responsible for (wilayah kerja).';
comment on column register.office_region.office_id   is 'Office.';
comment on column register.office_region.region_code is 'Regency or city.';

create table import.batch (
    batch_id       integer     generated always as identity primary key,
    supplements    integer     references import.batch,
    imported_at    timestamptz not null default clock_timestamp(),
    office_id      smallint    references register.office,
    kind           text        not null,
    layout         text        not null,
    source         text        not null,
    file_name      text        not null,
    sha256         text        not null,
    as_of          date,
    rows_read      bigint      not null,
    rows_accepted  bigint      not null,
    rows_unchanged bigint      not null,
    rows_warned    bigint      not null,
    rows_rejected  bigint      not null,
    total_amount   numeric     not null,
    imported_by    text        not null
);
comment on table  import.batch                is 'One imported file: where rows came from, who brought them and when they became known.';
comment on column import.batch.batch_id       is 'Number of the batch.';
comment on column import.batch.supplements    is 'The batch whose refused rows this file brings back mended: the two are one list.';
comment on column import.batch.imported_at    is 'From when the rows were known.';
comment on column import.batch.office_id      is 'Office the rows belong to; null for the file that sets up offices.';
comment on column import.batch.kind           is 'Import kind: offices, officers, wlkp, jkn-members …';
comment on column import.batch.layout         is 'Layout that was recognised.';
comment on column import.batch.source         is 'Where the file came from, in the words of the user.';
comment on column import.batch.file_name      is 'Name of the file without its folder.';
comment on column import.batch.sha256         is 'SHA-256 of the bytes of the file.';
comment on column import.batch.as_of          is 'Date the whole file speaks of, where it has one.';
comment on column import.batch.rows_read      is 'Data rows in the file.';
comment on column import.batch.rows_accepted  is 'Rows that added something.';
comment on column import.batch.rows_unchanged is 'Rows that said what was known already.';
comment on column import.batch.rows_warned    is 'Accepted or unchanged rows with something doubtful in them.';
comment on column import.batch.rows_rejected  is 'Rows that were refused.';
comment on column import.batch.total_amount   is 'Control total in rupiah of the accepted rows, 0 for kinds without money.';
comment on column import.batch.imported_by    is 'Who imported it.';

create index batch_file on import.batch (kind, sha256);

create table import.withdrawal (
    batch_id     integer     primary key references import.batch,
    withdrawn_at timestamptz not null default clock_timestamp(),
    office_id    smallint    references register.office,
    withdrawn_by text        not null,
    reason       text        not null
);
comment on table  import.withdrawal              is 'A batch that was taken back (penarikan): its rows stay, but nothing is judged by them any more.';
comment on column import.withdrawal.batch_id     is 'Batch.';
comment on column import.withdrawal.withdrawn_at is 'From when the batch no longer counts.';
comment on column import.withdrawal.office_id    is 'Office of the batch.';
comment on column import.withdrawal.withdrawn_by is 'Who took it back.';
comment on column import.withdrawal.reason       is 'Why.';

create table import.reject (
    batch_id    integer not null references import.batch,
    line        integer not null,
    column_name text    not null,
    code        text    not null,
    message     text    not null
);
comment on table  import.reject             is 'Rows of a batch that were refused; the rows themselves are in the rejects file.';
comment on column import.reject.batch_id    is 'Batch.';
comment on column import.reject.line        is 'Line in the file.';
comment on column import.reject.column_name is 'Heading of the column at fault.';
comment on column import.reject.code        is 'Stable code of the reason.';
comment on column import.reject.message     is 'The reason; never the value.';
create index reject_batch on import.reject (batch_id, line);

create table import.warning (
    batch_id    integer not null references import.batch,
    line        integer not null,
    column_name text    not null,
    code        text    not null,
    message     text    not null
);
comment on table  import.warning             is 'What was doubtful in rows of a batch that were taken all the same.';
comment on column import.warning.batch_id    is 'Batch.';
comment on column import.warning.line        is 'Line in the file.';
comment on column import.warning.column_name is 'Heading of the column.';
comment on column import.warning.code        is 'Stable code of the doubt.';
comment on column import.warning.message     is 'The doubt; never the value.';
create index warning_batch on import.warning (batch_id, line);

create table register.officer (
    officer_id       integer  generated always as identity primary key,
    office_id        smallint not null references register.office,
    staff_number     text     not null,
    name             text     not null,
    role             text     not null check (role in ('examiner', 'labour_inspector')),
    position         text     not null,
    monthly_capacity smallint not null check (monthly_capacity >= 0),
    unique (office_id, staff_number)
);
comment on table  register.officer                  is 'Examiners (petugas pemeriksa) and labour inspectors (pengawas ketenagakerjaan).';
comment on column register.officer.officer_id       is 'Key.';
comment on column register.officer.office_id        is 'Office the officer works for.';
comment on column register.officer.staff_number     is 'NPP at BPJS Kesehatan, NIP of labour inspectors.';
comment on column register.officer.name             is 'Name.';
comment on column register.officer.role             is 'examiner or labour_inspector.';
comment on column register.officer.position         is 'Title in letters (jabatan).';
comment on column register.officer.monthly_capacity is 'Most inspections a month.';

select journal.protect(t)
from unnest(array['import.batch', 'import.withdrawal', 'import.reject', 'import.warning']::regclass[]) as t;
