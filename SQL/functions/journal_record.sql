create or replace function journal.actor() returns text
language sql stable
return coalesce(nullif(current_setting('patuh.actor', true), ''), session_user::text);
comment on function journal.actor() is 'Who acts: patuh sets it for its session; otherwise the role of the database.';

create or replace function journal.record(
    office smallint,
    act text,
    subject text,
    reason text default null,
    details jsonb default '{}'
) returns void
language sql as $$
    insert into journal.entry (office_id, actor, act, subject, reason, details)
    values (
        office, journal.actor(), act, subject,
        coalesce(reason, nullif(current_setting('patuh.reason', true), '')), details)
$$;
comment on function journal.record(smallint, text, text, text, jsonb) is 'Writes an act into the journal, in the transaction of the act.';
