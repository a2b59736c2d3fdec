create or replace function register.npwp_is_plausible(npwp text) returns boolean
language sql immutable as $$
    -- The ninth digit of the nine that number a taxpayer is a Luhn check digit; 16 digits are 0 and the old 15, or a NIK.
    select case
        when length(npwp) = 16 and left(npwp, 1) <> '0' then true
        else (
            select sum(case when d.weighted > 9 then d.weighted - 9 else d.weighted end) % 10 = 0
            from (
                select substr(right(npwp, 15), p, 1)::integer * case when p % 2 = 0 then 2 else 1 end as weighted
                from generate_series(1, 9) as p
            ) as d
        )
    end
$$;
comment on function register.npwp_is_plausible(text) is
    'Whether the check digit of an NPWP fits (Luhn over the first nine digits of the fifteen). From practice, unconfirmed: a doubt, never a refusal.';

create or replace function register.warn_npwps() returns void
language sql as $$
    insert into warned
    select s.line, 'NPWP', 'npwp_check_digit', 'The check digit of the NPWP does not fit.'
    from staging as s
    where s.npwp is not null and not register.npwp_is_plausible(s.npwp);
$$;
comment on function register.warn_npwps() is 'Adds doubts about NPWPs of staged rows to the temporary table "warned".';
