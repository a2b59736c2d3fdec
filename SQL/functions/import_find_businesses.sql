create or replace function import.find_businesses(variadic kinds text[]) returns void
language plpgsql as $$
begin
    create temp table known_number on commit drop as
    select n.kind, n.value, n.business_id, n.identity_id
    from this_import as i
    inner join register.identifier as n on n.office_id = i.office_id
    where n.kind = any(kinds);
    analyze known_number;
end
$$;
comment on function import.find_businesses(text[]) is
    'Creates "known_number": the numbers of some kinds that lead to one business of the office. Rows are joined with it and never '
    'with register.identifier, of which the planner expects one row and which it would go through for each row of the file.';
