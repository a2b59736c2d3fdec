create or replace function law.due_on(month date) returns date
language sql stable as $$
    select case
        when law.setting('due_day_moves_to_working_day', month) = 1 then law.next_working_day(d.day)
        else d.day
    end
    from (select date_trunc('month', month)::date + law.parameter('due_day', month)::integer - 1 as day) as d
$$;
comment on function law.due_on(date) is
    'Due day (jatuh tempo) of a month''s contribution: the 10th, or the working day after it (Perpres 82/2018 Ps.39).';

create or replace function law.suspension(month date, paid_on date)
returns table (due_on date, is_late boolean, suspended_from date)
language sql stable as $$
    select d.due_on, coalesce(paid_on, 'infinity') > d.due_on, case when coalesce(paid_on, 'infinity') >= e.next_month then e.next_month end
    from law.due_on(month) as d (due_on)
    cross join lateral (select (date_trunc('month', month) + interval '1 month')::date as next_month) as e
$$;
comment on function law.suspension(date, date) is
    'What follows from the day on which a month was paid in full, null for never: late after the due day; the guarantee is suspended '
    'from the 1st of the next month when the month has not been paid by its end (Perpres 64/2020 Ps.42). Late alone costs nothing: see law.late_fine.';
