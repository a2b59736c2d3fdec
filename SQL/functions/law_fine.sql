create or replace function law.late_fine(contribution bigint, months_late integer, month date) returns bigint
language sql stable as $$
    -- Since July 2016 the rate in force is 0: there is no fine because the law says so.
    select case
        when law.parameter('late_fine_rate', month) = 0 then 0
        else law.share(
            contribution,
            law.parameter('late_fine_rate', month) * least(months_late, law.parameter('late_fine_max_months', month)))
    end
$$;
comment on function law.late_fine(bigint, integer, date) is
    'Fine for paying the contribution of a month late (denda keterlambatan): 2 % a month, at most three months, of contributions before '
    'July 2016; none since. Months without a rate in force are an error (PT001).';

create or replace function law.service_fine(
    package_amount bigint,
    months_unpaid integer,
    reactivated_on date,
    admitted_on date,
    inpatient boolean default true,
    segment text default 'PPU-BU'
) returns table (last_day date, rate bigint, months bigint, amount bigint, borne_by text)
language sql stable as $$
    select
        w.last_day,
        f.rate,
        f.months,
        case
            when inpatient and admitted_on between reactivated_on and w.last_day
                then least(law.share(package_amount, f.rate * f.months), law.parameter('service_fine_max_amount', admitted_on))
            else 0
        end,
        case when segment like 'PPU%' then 'employer' end
    from (
        select reactivated_on + law.parameter('service_fine_window', reactivated_on)::integer as last_day
    ) as w
    cross join lateral (
        select
            law.parameter('service_fine_rate', admitted_on) as rate,
            least(months_unpaid, law.parameter('service_fine_max_months', admitted_on)) as months
    ) as f
$$;
comment on function law.service_fine(bigint, integer, date, date, boolean, text) is
    'Fine on inpatient care (denda pelayanan) within 45 days of reactivation: 5 % of the estimated INA-CBG package for each month that had '
    'been unpaid, at most 12 months and Rp30 million; for wage earners (PPU) the employer pays (Perpres 64/2020 Ps.42(6)). Of other '
    'segments who pays is not said here.';

create or replace function law.administrative_fine(monthly_due bigint, warning_ended_on date, on_day date)
returns table (rate bigint, months bigint, amount bigint)
language sql stable as $$
    select r.rate, m.months, m.months * law.share(monthly_due, r.rate)
    from law.parameter('administrative_fine_rate', warning_ended_on) as r (rate)
    cross join lateral (
        select greatest(0, extract(year from a.span) * 12 + extract(month from a.span))::bigint as months
        from age(on_day, warning_ended_on) as a (span)
    ) as m
$$;
comment on function law.administrative_fine(bigint, date, date) is
    'Administrative fine (denda, PP 86/2013 Ps.7): 0.1 % of the contribution that should have been paid, for each full month since the '
    'second written warning ended. Registration and data duties only, never arrears. That it adds up month by month on the same base is '
    'our reading: the regulation does not say.';
