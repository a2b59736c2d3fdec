-- Lists that name some workers only, and what a list says of an employment besides who worked at which wage.

alter table import.batch add column business_id bigint;
comment on column import.batch.business_id is 'Employer that the user named for the rows; null where the rows name theirs.';

alter table import.batch add column rows_passed_over bigint not null default 0;
comment on column import.batch.rows_passed_over is
    'Rows of the file that are no data: totals, headings that come again, text below the table.';

alter table register.roster add column complete boolean not null default true;
comment on column register.roster.complete is
    'True when the list names all workers of the month; false for forms that name those who come, go or change.';

-- Null in wage files, so that it costs the largest table nothing.
alter table register.roster_line add column left_on date, add column kpj bigint, add column tk_code text;
comment on column register.roster_line.kpj is
    'Card number of BPJS Ketenagakerjaan (KPJ), 11 digits, where the list gives it: forms without NIK name the worker by it.';
comment on column register.roster_line.tk_code is 'Number of the worker in SIPP (KODE_TK), where the list gives it.';
comment on column register.roster_line.left_on is
    'Day on which the employment ended or ends, where the list says; the line stays as evidence.';

create table register.employment_fact (
    business_id       bigint   not null,
    person_id         bigint   not null,
    as_of             date     not null,
    deducted          bigint   check (deducted >= 0),
    employer_paid     bigint   check (employer_paid >= 0),
    net_pay           bigint   check (net_pay >= 0),
    contract_until    date,
    effective_on      date,
    reported_on       date,
    batch_id          integer  not null,
    line              integer  not null,
    office_id         smallint not null,
    mutation          text     check (mutation in ('new', 'changed', 'left')),
    mutation_reason   text,
    marital_status    text     check (marital_status in ('single', 'married', 'divorced', 'widowed', 'unknown')),
    segment           text     check (segment in ('PBI-JK', 'PBPU-BP Pemda', 'PPU-PN', 'PPU-BU', 'PBPU', 'BP')),
    nationality       text     check (nationality in ('WNI', 'WNA')),
    passport          text,
    insurer           text,
    insurance_number  text,
    family_card       text,
    jkn_card          text,
    staff_number      text,
    position          text,
    work_place        text,
    npwp              text,
    phone             text,
    primary key (business_id, person_id, batch_id)
);
comment on table  register.employment_fact                  is 'What a list says of one worker besides wage and dates of work; rows exist only where it says something.';
comment on column register.employment_fact.business_id      is 'Business.';
comment on column register.employment_fact.person_id        is 'Worker.';
comment on column register.employment_fact.as_of            is 'Date of the list.';
comment on column register.employment_fact.deducted         is 'Contribution withheld from the worker''s pay in the month of the list (potongan iuran JKN), whole rupiah.';
comment on column register.employment_fact.employer_paid    is 'Employer''s part of the contribution as the payroll books it, whole rupiah.';
comment on column register.employment_fact.net_pay          is 'Pay transferred to the worker in the month, whole rupiah; not the wage that contributions rest on.';
comment on column register.employment_fact.contract_until   is 'Last day of a contract for a fixed time (akhir PKWT).';
comment on column register.employment_fact.effective_on     is 'Day from which the reported change holds (tanggal berlaku mutasi, tanggal kejadian).';
comment on column register.employment_fact.reported_on      is 'Day on which the change was reported, where the list has it for each worker.';
comment on column register.employment_fact.batch_id         is 'Batch.';
comment on column register.employment_fact.line             is 'Line in the file.';
comment on column register.employment_fact.office_id        is 'Office.';
comment on column register.employment_fact.mutation         is 'new, changed or left, on forms that report changes (jenis mutasi).';
comment on column register.employment_fact.mutation_reason  is 'The change or its cause in the words of the form (jenis mutasi, sebab nonaktif).';
comment on column register.employment_fact.marital_status   is 'single, married, divorced, widowed or unknown (status kawin).';
comment on column register.employment_fact.segment          is 'JKN segment that the employer says the worker is in (PBI-JK, PBPU, PPU-BU …).';
comment on column register.employment_fact.nationality      is 'WNI or WNA.';
comment on column register.employment_fact.passport         is 'Passport number of a foreign worker (TKA).';
comment on column register.employment_fact.insurer          is 'Other health insurance that the employer names.';
comment on column register.employment_fact.insurance_number is 'Number of that insurance.';
comment on column register.employment_fact.family_card      is 'Family card (nomor KK), by which family members meet their worker.';
comment on column register.employment_fact.jkn_card         is 'JKN card (nomor kartu JKN).';
comment on column register.employment_fact.staff_number     is 'Number of the worker at the employer (NIP, nomor pegawai).';
comment on column register.employment_fact.position         is 'Position (jabatan).';
comment on column register.employment_fact.work_place       is 'Where the work is done (lokasi pekerjaan), as the list has it.';
comment on column register.employment_fact.npwp             is 'The worker''s tax number.';
comment on column register.employment_fact.phone            is 'The worker''s telephone number.';

-- Totals come from more than the labour office's list, and some say how many of the workers are enrolled.
alter table register.headcount add column registered integer check (registered >= 0);
comment on column register.headcount.registered is 'Workers of them that the source says are enrolled in JKN, where it does.';
comment on column register.headcount.source is 'wlkp, or count: a list of totals by employer.';

alter table register.business_record add column kbli_edition smallint check (kbli_edition in (2009, 2015, 2017, 2020, 2025));
comment on column register.business_record.kbli is 'Line of business (KBLI), two to five digits.';
comment on column register.business_record.kbli_edition is
    'Edition of KBLI that the code is of, where the file says; 2025 gave many codes another meaning.';

select journal.protect(t)
from unnest(array['register.employment_fact']::regclass[]) as t;
