-- Businesses, persons and the evidence about them.

create table register.business (
    business_id bigint   generated always as identity primary key,
    office_id   smallint not null references register.office,
    batch_id    integer  not null references import.batch
);
comment on table  register.business             is 'An employer (badan usaha, pemberi kerja): the identity that records and evidence hang on.';
comment on column register.business.business_id is 'Key.';
comment on column register.business.office_id   is 'Office.';
comment on column register.business.batch_id    is 'Batch that first named it.';

create table register.business_identifier (
    business_id bigint   not null references register.business,
    batch_id    integer  not null references import.batch,
    office_id   smallint not null references register.office,
    kind        text     not null check (kind in ('entity_code', 'wlkp_number', 'npwp', 'nib', 'npp')),
    value       text     not null,
    primary key (business_id, kind, value),
    unique (office_id, kind, value) include (business_id)
);
comment on table  register.business_identifier             is 'Numbers under which a business is known; rows of different sources meet through them.';
comment on column register.business_identifier.business_id is 'Business.';
comment on column register.business_identifier.batch_id    is 'Batch that first gave the number.';
comment on column register.business_identifier.office_id   is 'Office.';
comment on column register.business_identifier.kind        is 'entity_code (kode badan usaha), wlkp_number, npwp, nib or npp (BPJS Ketenagakerjaan number).';
comment on column register.business_identifier.value       is 'The number, digits only where it is numeric.';

create table register.business_record (
    business_id     bigint   not null references register.business,
    as_of           date     not null,
    registered_on   date,
    closed_on       date,
    batch_id        integer  not null references import.batch,
    line            integer  not null,
    office_id       smallint not null references register.office,
    source          text     not null check (source in ('wlkp', 'jkn')),
    status          text     not null check (status in ('active', 'closed')),
    size_class      text     check (size_class in ('besar', 'menengah', 'kecil', 'mikro')),
    name            text     not null,
    address         text     not null,
    region_code     text     not null references reference.region,
    kbli            text,
    virtual_account text,
    primary key (business_id, source, as_of, batch_id)
);
comment on table  register.business_record                 is 'What one source says about a business on one date.';
comment on column register.business_record.business_id     is 'Business.';
comment on column register.business_record.as_of           is 'Date the record speaks of.';
comment on column register.business_record.registered_on   is 'Registration with BPJS Kesehatan, jkn records only.';
comment on column register.business_record.closed_on       is 'Day from which the business no longer takes part, where known.';
comment on column register.business_record.batch_id        is 'Batch.';
comment on column register.business_record.line            is 'Line in the file.';
comment on column register.business_record.office_id       is 'Office.';
comment on column register.business_record.source          is 'wlkp: labour office list (wajib lapor ketenagakerjaan); jkn: master file of BPJS Kesehatan.';
comment on column register.business_record.status          is 'active or closed (tutup, nonaktif).';
comment on column register.business_record.size_class      is 'besar, menengah, kecil or mikro.';
comment on column register.business_record.name            is 'Name in that source.';
comment on column register.business_record.address         is 'Address in that source.';
comment on column register.business_record.region_code     is 'Kemendagri code, regency or deeper.';
comment on column register.business_record.kbli            is 'Line of business (KBLI), five digits.';
comment on column register.business_record.virtual_account is 'Virtual account for contributions.';

create table register.headcount (
    business_id bigint   not null references register.business,
    as_of       date     not null,
    workers     integer  not null check (workers >= 0),
    men         integer,
    women       integer,
    foreigners  integer,
    batch_id    integer  not null references import.batch,
    line        integer  not null,
    office_id   smallint not null references register.office,
    source      text     not null,
    primary key (business_id, source, as_of, batch_id)
);
comment on table  register.headcount             is 'Number of workers where a source gives totals only.';
comment on column register.headcount.business_id is 'Business.';
comment on column register.headcount.as_of       is 'Date of the count.';
comment on column register.headcount.workers     is 'All workers (jumlah tenaga kerja).';
comment on column register.headcount.men         is 'Men.';
comment on column register.headcount.women       is 'Women.';
comment on column register.headcount.foreigners  is 'Foreign workers (TKA).';
comment on column register.headcount.batch_id    is 'Batch.';
comment on column register.headcount.line        is 'Line in the file.';
comment on column register.headcount.office_id   is 'Office.';
comment on column register.headcount.source      is 'wlkp …';

-- From here on the tables are filled in bulk. They carry no foreign keys: each would cost a look-up a row, five times
-- the rest of a load; the import resolves the keys and inserts them in one transaction.

create table register.person (
    person_id  bigint  generated always as identity primary key,
    nik        bigint  not null unique,
    birth_date date,
    batch_id   integer not null,
    sex        text    check (sex in ('M', 'F')),
    name       text    not null
);
comment on table  register.person            is 'A natural person, known by NIK. Shared by offices: one person may work in two of them.';
comment on column register.person.person_id  is 'Key used everywhere else, so that the NIK stands in one place.';
comment on column register.person.nik        is 'Nomor Induk Kependudukan, 16 digits, first digit never 0.';
comment on column register.person.birth_date is 'Date of birth as first reported.';
comment on column register.person.batch_id   is 'Batch that first named the person.';
comment on column register.person.sex        is 'M or F as first reported.';
comment on column register.person.name       is 'Name as first reported.';

create table register.roster (
    roster_id   bigint   generated always as identity primary key,
    business_id bigint   not null,
    as_of       date     not null,
    batch_id    integer  not null,
    office_id   smallint not null,
    source      text     not null check (source in ('bpjstk', 'payroll', 'wlkp', 'tax', 'field')),
    unique (business_id, source, as_of, batch_id)
);
comment on table  register.roster             is 'A list of a business''s workers as one source saw it in one month (daftar tenaga kerja).';
comment on column register.roster.roster_id   is 'Key.';
comment on column register.roster.business_id is 'Business.';
comment on column register.roster.as_of       is 'Month (its first day).';
comment on column register.roster.batch_id    is 'Batch.';
comment on column register.roster.office_id   is 'Office.';
comment on column register.roster.source      is 'bpjstk: SIPP wage file of BPJS Ketenagakerjaan; payroll: the employer''s own list; wlkp, tax, field.';

create table register.roster_line (
    business_id bigint   not null,
    roster_id   bigint   not null,
    person_id   bigint   not null,
    wage        bigint   check (wage >= 0),
    hired_on    date,
    batch_id    integer  not null,
    line        integer  not null,
    office_id   smallint not null,
    employment_status text check (employment_status in ('permanent', 'contract', 'part_time')),
    primary key (business_id, roster_id, person_id)
);
comment on table  register.roster_line             is 'One worker on a roster.';
comment on column register.roster_line.business_id is 'Business.';
comment on column register.roster_line.roster_id   is 'Roster.';
comment on column register.roster_line.person_id   is 'Worker.';
comment on column register.roster_line.wage        is 'Monthly wage in whole rupiah (gaji pokok + tunjangan tetap); null where the list has none.';
comment on column register.roster_line.hired_on    is 'First day of work (TMT kerja) as the list says, where it does.';
comment on column register.roster_line.batch_id    is 'Batch.';
comment on column register.roster_line.line        is 'Line in the file.';
comment on column register.roster_line.office_id   is 'Office.';
comment on column register.roster_line.employment_status is 'permanent (tetap), contract (kontrak) or part_time (paruh waktu), where the list says; a pensioner is no worker.';

create table register.enrolment (
    business_id  bigint   not null,
    person_id    bigint   not null,
    wage         bigint   not null check (wage >= 0),
    valid_from   date     not null,
    valid_to     date     not null default 'infinity',
    listed_on    date     not null,
    batch_id     integer  not null,
    line         integer  not null,
    office_id    smallint not null,
    dependants   smallint not null default 0,
    extra_family smallint not null default 0,
    care_class   smallint,
    segment      text     not null default 'PPU-BU',
    primary key (business_id, person_id, valid_from, batch_id),
    check (valid_from < valid_to)
);
comment on table  register.enrolment              is 'A worker enrolled in JKN by a business (peserta PPU-BU), as a member list shows it.';
comment on column register.enrolment.business_id  is 'Business.';
comment on column register.enrolment.person_id    is 'Worker.';
comment on column register.enrolment.wage         is 'Registered monthly wage in whole rupiah.';
comment on column register.enrolment.valid_from   is 'First day of membership through this business (tanggal mulai aktif).';
comment on column register.enrolment.valid_to     is 'First day no longer covered; infinity while active.';
comment on column register.enrolment.listed_on    is 'Date of the member list.';
comment on column register.enrolment.batch_id     is 'Batch.';
comment on column register.enrolment.line         is 'Line in the file.';
comment on column register.enrolment.office_id    is 'Office.';
comment on column register.enrolment.dependants   is 'Covered family: spouse and children.';
comment on column register.enrolment.extra_family is 'Extra family members, 1 % of the wage each (peserta tambahan).';
comment on column register.enrolment.care_class   is 'Class of care (kelas rawat) 1 to 3.';
comment on column register.enrolment.segment      is 'Participant segment.';
create index enrolment_person on register.enrolment (person_id);

create table register.family_member (
    business_id bigint   not null,
    worker_id   bigint   not null,
    person_id   bigint   not null,
    listed_on   date     not null,
    batch_id    integer  not null,
    line        integer  not null,
    office_id   smallint not null,
    relation    text     not null check (relation in ('spouse', 'child', 'extra')),
    primary key (business_id, worker_id, person_id, batch_id)
);
comment on table  register.family_member             is 'Family members listed with a worker (anggota keluarga), by the member list or by the employer.';
comment on column register.family_member.business_id is 'Business of the worker.';
comment on column register.family_member.worker_id   is 'Worker (peserta utama).';
comment on column register.family_member.person_id   is 'Family member.';
comment on column register.family_member.listed_on   is 'Date of the list.';
comment on column register.family_member.batch_id    is 'Batch.';
comment on column register.family_member.line        is 'Line in the file.';
comment on column register.family_member.office_id   is 'Office.';
comment on column register.family_member.relation    is 'spouse, child or extra (tambahan: parent, parent-in-law, fourth child and beyond).';

create table register.bill (
    business_id bigint   not null,
    amount      bigint   not null check (amount >= 0),
    month       date     not null check (extract(day from month) = 1),
    due_on      date     not null,
    members     integer  not null check (members >= 0),
    batch_id    integer  not null,
    line        integer  not null,
    office_id   smallint not null,
    primary key (business_id, month, batch_id)
);
comment on table  register.bill             is 'Monthly contribution bill (tagihan iuran); a later batch for the same month replaces an earlier one.';
comment on column register.bill.business_id is 'Business.';
comment on column register.bill.amount      is 'Whole rupiah.';
comment on column register.bill.month       is 'Month billed (its first day).';
comment on column register.bill.due_on      is 'Due day (jatuh tempo).';
comment on column register.bill.members     is 'Participants billed for.';
comment on column register.bill.batch_id    is 'Batch.';
comment on column register.bill.line        is 'Line in the file.';
comment on column register.bill.office_id   is 'Office.';

create table register.payment (
    payment_id  bigint   generated always as identity,
    business_id bigint   not null,
    amount      bigint   not null check (amount > 0),
    paid_on     date     not null,
    batch_id    integer  not null,
    line        integer  not null,
    office_id   smallint not null,
    bank        text     not null,
    reference   text     not null,
    primary key (business_id, payment_id)
);
comment on table  register.payment             is 'Contribution received (pembayaran iuran).';
comment on column register.payment.payment_id  is 'Key.';
comment on column register.payment.business_id is 'Business.';
comment on column register.payment.amount      is 'Whole rupiah.';
comment on column register.payment.paid_on     is 'Day of payment.';
comment on column register.payment.batch_id    is 'Batch.';
comment on column register.payment.line        is 'Line in the file.';
comment on column register.payment.office_id   is 'Office.';
comment on column register.payment.bank        is 'Bank.';
comment on column register.payment.reference   is 'Bank reference; the same reference, day and amount twice is one payment.';
create index payment_paid on register.payment (business_id, paid_on) include (amount);

select journal.protect(t)
from unnest(array[
    'register.business', 'register.business_identifier', 'register.business_record', 'register.headcount',
    'register.person', 'register.roster', 'register.roster_line', 'register.enrolment', 'register.family_member',
    'register.bill', 'register.payment'
]::regclass[]) as t;
