-- What lists say of a person who is known already, where it differs: a typing error goes with the batch that made it.

create table register.person_record (
    person_id  bigint  not null,
    birth_date date,
    batch_id   integer not null,
    line       integer not null,
    sex        text    check (sex in ('M', 'F')),
    name       text    not null,
    primary key (person_id, batch_id)
);
comment on table  register.person_record            is 'Name, birth date and sex of a person in the words of a list that says something else than was known.';
comment on column register.person_record.person_id  is 'Person.';
comment on column register.person_record.birth_date is 'Date of birth as this list has it.';
comment on column register.person_record.batch_id   is 'Batch.';
comment on column register.person_record.line       is 'Line in the file.';
comment on column register.person_record.sex        is 'M or F as this list has it.';
comment on column register.person_record.name       is 'Name as this list has it.';

select journal.protect('register.person_record'::regclass);
