-- Participants by segment, whatever their employer, and family members whom a form reports as gone.

create table register.segment_record (
    person_id  bigint   not null,
    valid_from date,
    valid_to   date     not null default 'infinity',
    listed_on  date     not null,
    batch_id   integer  not null,
    line       integer  not null,
    office_id  smallint not null,
    segment    text     not null check (segment in ('PBI-JK', 'PBPU-BP Pemda', 'PPU-PN', 'PPU-BU', 'PBPU', 'BP')),
    primary key (person_id, batch_id, segment),
    check (valid_from < valid_to)
);
comment on table  register.segment_record            is
    'The segment of JKN that a person is in (segmen peserta), as a list without employers shows it. By person: it is looked up for workers of any employer.';
comment on column register.segment_record.person_id  is 'Participant.';
comment on column register.segment_record.valid_from is 'First day in this segment (tanggal mulai aktif), where the list says.';
comment on column register.segment_record.valid_to   is 'First day no longer in it; infinity while active.';
comment on column register.segment_record.listed_on  is 'Date of the list.';
comment on column register.segment_record.batch_id   is 'Batch.';
comment on column register.segment_record.line       is 'Line in the file.';
comment on column register.segment_record.office_id  is 'Office.';
comment on column register.segment_record.segment    is
    'PBI-JK, PBPU-BP Pemda, PPU-PN, PPU-BU, PBPU (mandiri) or BP, as BPJS Kesehatan names them.';

select journal.protect('register.segment_record'::regclass);

-- A form of changes also names the family members who no longer belong to the worker.
alter table register.family_member add column left_on date;
comment on column register.family_member.left_on is
    'Day from which the list says that the person is no family member of the worker any more; null while it names a member.';

-- The rows of a batch lie together, so that block ranges find those of the newest lists among those of years.
create index family_member_list on register.family_member using brin (batch_id) with (pages_per_range = 16);
create index segment_record_list on register.segment_record using brin (batch_id) with (pages_per_range = 16);
