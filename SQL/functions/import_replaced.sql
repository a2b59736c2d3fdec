-- Mended rows belong to the list that they were refused from. Where another has taken its place they would count for nothing.

create or replace function import.rosters_since(list integer, of_source text)
returns table (business_id bigint, month date, batch_id integer)
language sql stable as $$
    select r.business_id, r.as_of, max(k.list_id)
    from import.batch as b
    cross join lateral import.standing(b.office_id) as k
    inner join register.roster as r on r.batch_id = k.batch_id
    where b.batch_id = list and k.list_id > list and r.complete and r.source = of_source
    group by r.business_id, r.as_of
$$;
comment on function import.rosters_since(integer, text) is
    'The full worker lists of a source that came after a list, by employer and month.';

create or replace function import.member_lists_since(list integer)
returns table (business_id bigint, batch_id integer)
language plpgsql stable as $$
begin
    -- Most files bring no mended rows, and to look costs a scan.
    if list is null then return; end if;

    return query
    select e.business_id, max(k.list_id)
    from import.batch as b
    cross join lateral import.standing(b.office_id) as k
    inner join register.enrolment as e on e.batch_id = k.batch_id
    where b.batch_id = list and k.list_id > list and k.kind = b.kind and k.as_of = b.as_of
    group by e.business_id;
end
$$;
comment on function import.member_lists_since(integer) is 'The member lists of its date that came after a list, by employer.';

create or replace function import.says_replaced(batch integer) returns text
language sql immutable parallel safe
return format(
    'The list that this row was refused from has been replaced by batch %s. If the row is missing there, correct that list.',
    batch);
comment on function import.says_replaced(integer) is 'Why a mended row is refused whose list no longer counts.';
