create or replace function law.parameter(parameter_name text, on_day date) returns bigint
language plpgsql stable as $$
declare
    found_value bigint;
begin
    select p.value into found_value
    from reference.parameter as p
    where p.name = parameter_name and p.period @> on_day;
    if not found then
        raise exception using
            errcode = 'PT001',
            message = format('No legal parameter "%s" is in force on %s.', parameter_name, on_day),
            hint = 'Add a dated, cited row to SQL/parameters/parameters.csv.';
    end if;
    return found_value;
end
$$;
comment on function law.parameter(text, date) is
    'The value of a legal parameter on a day. No row in force is an error that names it (PT001), never a default.';
