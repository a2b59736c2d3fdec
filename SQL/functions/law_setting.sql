create or replace function law.setting(setting_name text, on_day date) returns bigint
language plpgsql stable as $$
declare
    found_value bigint;
begin
    select s.value into found_value
    from reference.setting as s
    where s.name = setting_name and s.period @> on_day;
    if not found then
        raise exception using
            errcode = 'PT001',
            message = format('No setting "%s" is in force on %s.', setting_name, on_day),
            hint = 'Add a dated row to SQL/parameters/settings.csv.';
    end if;
    return found_value;
end
$$;
comment on function law.setting(text, date) is 'The value of an office setting on a day; a missing one is an error that names it (PT001).';
