-- What a list of participants by segment says anew. Lists of one date are parts of one; of a person and segment the latest speaks.

create or replace function import.find_segments_before() returns void
language plpgsql as $$
begin
    create temp table segment_before (
        person_id bigint, batch_id integer, segment text, valid_from date, valid_to date
    ) on commit drop;

    insert into segment_before
    select distinct on (r.person_id, r.segment) r.person_id, r.batch_id, r.segment, r.valid_from, r.valid_to
    from this_import as i
    cross join counted as k
    inner join register.segment_record as r on r.batch_id = k.batch_id
    where k.kind = 'segments' and (k.as_of = i.as_of or k.batch_id in (select batch_id from replaced))
    order by r.person_id, r.segment, r.batch_id desc;
    analyze segment_before;
end
$$;
comment on function import.find_segments_before() is
    'Creates "segment_before": the participants of the lists that counted before for the date of the file or in its place.';

create or replace function import.count_segments_said_before() returns void
language plpgsql as $$
begin
    if not exists (select from segment_before) or exists (select from correction where supplements is not null) then return; end if;

    perform import.find_other_words();

    insert into said_before
    select count(*)
    from staging as s
    inner join register.person as p on p.nik = s.nik
    inner join segment_before as b on b.person_id = p.person_id and b.segment = s.segment
    where b.valid_from is not distinct from s.valid_from and b.valid_to = coalesce(s.valid_to, 'infinity')
        and s.line not in (select w.line from other_words as w);
end
$$;
comment on function import.count_segments_said_before() is
    'Adds to "said_before" the rows of a list by segment that say what the lists of its date said before.';

create or replace function import.compare_segments() returns void
language plpgsql as $$
begin
    if not exists (select from segment_before) then return; end if;

    insert into changed
    select d.what, count(*), null
    from (
        select case
            when b.person_id is null then 'participants_listed'
            when n.person_id is null then 'participants_unlisted'
            else 'participations_changed'
        end as what
        from (select r.* from register.segment_record as r inner join this_import as i using (batch_id)) as n
        full join segment_before as b on b.person_id = n.person_id and b.segment = n.segment
        where case
            -- Another part of the lists of the date brings others and leaves those of the first where they are.
            when b.person_id is null then exists (select from replaced)
            when n.person_id is null then b.batch_id in (select batch_id from replaced)
            else (n.valid_from, n.valid_to) is distinct from (b.valid_from, b.valid_to)
        end
    ) as d
    group by d.what;
end
$$;
comment on function import.compare_segments() is
    'Adds to "changed" the participants that a list by segment has otherwise than the lists of its date before, and of a list it replaces those who come and go.';
