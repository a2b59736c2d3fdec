create or replace function import.standing(office smallint, known timestamptz default clock_timestamp())
returns table (batch_id integer, list_id integer, kind text, as_of date)
language sql stable as $$
    select b.batch_id, coalesce(b.supplements, b.batch_id), b.kind, b.as_of
    from import.batch as b
    where (b.office_id = office or b.office_id is null)
        and b.imported_at <= known
        and not exists (
            select from import.withdrawal as w where w.batch_id = b.batch_id and w.withdrawn_at <= known
        )
$$;
comment on function import.standing(smallint, timestamptz) is
    'The batches of an office that count at a moment: imported by then and not withdrawn. '
    'list_id is the same for a file and the mended rows that came after it.';
