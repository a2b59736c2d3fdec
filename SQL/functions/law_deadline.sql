create or replace function law.is_working_day(day date) returns boolean
language plpgsql stable as $$
begin
    if not exists (
        select from reference.holiday as h
        where h.day between date_trunc('year', is_working_day.day)::date
            and (date_trunc('year', is_working_day.day) + interval '1 year - 1 day')::date
            and h.kind = 'libur_nasional'
    ) then
        raise exception using
            errcode = 'PT003',
            message = format('No holiday decree for %s is loaded, so working days of that year cannot be counted.', extract(year from is_working_day.day)),
            hint = 'Add the joint ministerial decree (SKB 3 Menteri) of the year to SQL/reference.';
    end if;
    return extract(isodow from is_working_day.day) < 6
        and not exists (
            select from reference.holiday as h
            where h.day = is_working_day.day
                and (h.kind = 'libur_nasional' or law.setting('collective_leave_is_working_day', h.day) = 0)
        );
end
$$;
comment on function law.is_working_day(date) is
    'True on a working day (hari kerja): not a weekend, not a national holiday, and not collective leave (cuti bersama) unless the setting '
    'says that it counts. A year without a holiday decree is refused (PT003), not guessed.';

create or replace function law.next_working_day(day date) returns date
language plpgsql stable as $$
declare
    candidate date := day;
begin
    while not law.is_working_day(candidate) loop
        candidate := candidate + 1;
    end loop;
    return candidate;
end
$$;
comment on function law.next_working_day(date) is 'The day itself when it is a working day, else the first one after it.';

create or replace function law.add_working_days(start_day date, days integer) returns date
language plpgsql stable as $$
declare
    current_day date := start_day;
    counted integer := 0;
begin
    while counted < days loop
        current_day := current_day + 1;
        if law.is_working_day(current_day) then
            counted := counted + 1;
        end if;
    end loop;
    return current_day;
end
$$;
comment on function law.add_working_days(date, integer) is 'Last day of a period of working days; the first day counted is the day after the start.';

create or replace function law.last_day(start_day date, days integer, unit text) returns date
language sql stable
return case unit when 'working' then law.add_working_days(start_day, days) else start_day + days end;
comment on function law.last_day(date, integer, text) is
    'Last day of a period of so many days; the first day counted is the day after the start.';

create or replace function law.deadline(deadline_name text, start_day date)
returns table (last_day date, practical_day date, days integer, unit text)
language plpgsql stable as $$
declare
    term reference.deadline;
begin
    select d.* into term
    from reference.deadline as d
    where d.name = deadline_name and d.period @> start_day;
    if not found then
        raise exception using
            errcode = 'PT001',
            message = format('No deadline "%s" is in force on %s.', deadline_name, start_day),
            hint = 'Add a dated, cited row to SQL/parameters/deadlines.csv.';
    end if;
    last_day := law.last_day(start_day, term.days, term.unit);
    practical_day := law.next_working_day(last_day);
    days := term.days;
    unit := term.unit;
    return next;
end
$$;
comment on function law.deadline(text, date) is
    'When a deadline ends: its last day, and the working day on which an office acts when that is a weekend or holiday. '
    'Years without a holiday decree are refused (PT003).';
