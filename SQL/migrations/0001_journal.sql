-- The journal: every act that changes something, who did it, when and why.

create schema journal;
comment on schema journal is 'Append-only record of acts: who did what, when and why.';

create table journal.entry (
    entry_id   bigint      generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    office_id  smallint,
    actor      text        not null,
    act        text        not null,
    subject    text        not null,
    reason     text,
    details    jsonb       not null default '{}'
);
comment on table  journal.entry           is 'One act that changed something; written in the transaction of the act and never changed (jejak audit).';
comment on column journal.entry.entry_id  is 'Running number of the entry.';
comment on column journal.entry.at        is 'When the act was recorded.';
comment on column journal.entry.office_id is 'Office the act belongs to; null for acts on the whole database (migration, reference data).';
comment on column journal.entry.actor     is 'Who acted: the name given by PATUH_USER or the account of the operating system.';
comment on column journal.entry.act       is 'What was done: import, audit.run, inspection.plan, letter.issue, db.migrate …';
comment on column journal.entry.subject   is 'What it was done to: batch 12, run 3, plan 2 …; never a name or a NIK.';
comment on column journal.entry.reason    is 'Why, in the words of the person who acted.';
comment on column journal.entry.details   is 'Counts and hashes of the act; no personal data.';

create index entry_office on journal.entry (office_id, entry_id);

-- Kept here because every append-only table of the later migrations uses it.
create function journal.refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception using
        errcode = 'PT010',
        message = format('%I.%I is append-only: %s is refused.', tg_table_schema, tg_table_name, lower(tg_op)),
        hint = 'Record a new event instead; what has been issued or used as proof stays as it was.';
end
$$;
comment on function journal.refuse_change() is 'Trigger: refuses update, delete and truncate of an append-only table, whoever asks.';

create function journal.protect(target regclass) returns void
language plpgsql as $$
begin
    execute format(
        'create trigger append_only before update or delete on %s for each row execute function journal.refuse_change()',
        target);
    execute format(
        'create trigger append_only_truncate before truncate on %s for each statement execute function journal.refuse_change()',
        target);
    -- ENABLE ALWAYS: also for sessions with session_replication_role = replica.
    execute format('alter table %s enable always trigger append_only', target);
    execute format('alter table %s enable always trigger append_only_truncate', target);
end
$$;
comment on function journal.protect(regclass) is 'Makes a table append-only.';

select journal.protect('journal.entry');
