-- What a file changed against what counted before it, and which earlier files it rests on.

create table import.change (
    batch_id integer not null references import.batch,
    rows     bigint  not null check (rows > 0),
    amount   bigint,
    what     text    not null,
    primary key (batch_id, what)
);
comment on table  import.change          is 'What a batch changed against what counted before it, in counts and rupiah.';
comment on column import.change.batch_id is 'Batch.';
comment on column import.change.rows     is 'How many: workers, wages, bills, payments, employers …';
comment on column import.change.amount   is 'By how much the control total changed in rupiah; null where there is no money in it.';
comment on column import.change.what     is 'What changed: wages_changed, workers_unlisted …';

create table import.reliance (
    batch_id         integer not null references import.batch,
    earlier_batch_id integer not null references import.batch,
    rows             bigint  not null check (rows > 0),
    primary key (batch_id, earlier_batch_id)
);
comment on table  import.reliance                  is 'Rows of a batch that were not stored because an earlier batch said the same: without that batch they would be lost.';
comment on column import.reliance.batch_id         is 'Batch.';
comment on column import.reliance.earlier_batch_id is 'Batch that has the rows.';
comment on column import.reliance.rows             is 'How many.';
create index reliance_earlier on import.reliance (earlier_batch_id);

select journal.protect(t) from unnest(array['import.change', 'import.reliance']::regclass[]) as t;

alter table register.payment add column keyed boolean not null default true;
alter table register.payment add column corrects boolean not null default false;
comment on column register.payment.corrects is 'True when the list gave another amount than was known under this reference: what earlier lists said of the payment no longer counts.';
create index payment_corrects on register.payment (business_id, paid_on) where corrects;
comment on column register.payment.keyed is 'True when the bank''s reference names the payment, so that another amount under it is a correction; false for descriptions and for words without a number.';
