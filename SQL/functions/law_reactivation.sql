create or replace function law.reactivation_payment(unpaid bigint[], current_month bigint, on_day date)
returns table (arrears bigint, current_month_due bigint, total bigint, months_beyond bigint, beyond bigint)
language sql stable as $$
    select
        p.inside,
        current_month,
        p.inside + current_month,
        p.months_beyond,
        p.beyond
    from (
        select
            coalesce(sum(u.amount) filter (where s.status = 'dalam_plafon_24'), 0)::bigint as inside,
            count(*) filter (where s.status = 'di_luar_plafon_24') as months_beyond,
            coalesce(sum(u.amount) filter (where s.status = 'di_luar_plafon_24'), 0)::bigint as beyond
        from unnest(unpaid) with ordinality as u (amount, place)
        cross join lateral law.arrears_status(
            cardinality(unpaid) + 1 - u.place, law.parameter('arrears_cap', on_day)) as s (status)
    ) as p
$$;
comment on function law.reactivation_payment(bigint[], bigint, date) is
    'What ends the suspension (penjaminan diberhentikan sementara): the unpaid months, oldest first in the array, of which the newest 24 '
    'count, and the month in which it is to end. What lies beyond is told apart (Perpres 64/2020 Ps.42).';
