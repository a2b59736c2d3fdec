-- How a file was read, and what there is to say of it as a whole.

alter table import.batch add column sheet text, add column date_order text
    check (date_order ~ '^(dmy|mdy|ymd)(,(dmy|mdy|ymd))*$');
comment on column import.batch.sheet is
    'Sheet of the workbook that was read; null for text files, and for workbooks of before this column whose sheet was not named.';
comment on column import.batch.date_order is
    'Order of day, month and year in which the dates of the file were read, several with commas; null where no column is a date, and in batches of before this column.';

-- Until now a sheet that the user named stood behind the file name alone. Rows of batches are never updated: the value
-- comes with a change of the column's type.
alter table import.batch
    alter column sheet type text using substring(file_name from '(?:^stdin|\.xl[a-z]+) \[(.+)\]$');

create table import.notice (
    batch_id  integer  not null references import.batch,
    notice_no smallint not null,
    code      text     not null,
    message   text     not null,
    primary key (batch_id, notice_no)
);
comment on table  import.notice           is 'What there is to say of a file as a whole: where its date comes from, what of it was not read, what is doubtful.';
comment on column import.notice.batch_id  is 'Batch.';
comment on column import.notice.notice_no is 'Order in which the notices were given.';
comment on column import.notice.code      is 'Stable code of the notice.';
comment on column import.notice.message   is 'The notice; never the value of a row.';

select journal.protect('import.notice'::regclass);
