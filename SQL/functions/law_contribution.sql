create or replace function law.share(base bigint, rate_basis_points bigint) returns bigint
language sql immutable parallel safe
return (base * rate_basis_points + 5000) / 10000;
comment on function law.share(bigint, bigint) is
    'A share of a contribution base, rounded half up to whole rupiah. Rounding per share is our reading: no source states BPJS''s rounding.';

create or replace function law.contribution_base(wage bigint, floor_wage bigint, cap_wage bigint) returns bigint
language sql immutable parallel safe
-- least() and greatest() pass over nulls: without this an unknown minimum wage would give the cap.
return case
    when wage is not null and floor_wage is not null and cap_wage is not null
        then least(greatest(wage, floor_wage), cap_wage)
end;
comment on function law.contribution_base(bigint, bigint, bigint) is
    'Contribution base: the wage, at least the minimum wage, at most the cap; null when one of them is not known (Perpres 75/2019 Ps.32; Perpres 64/2020 Ps.32(2)).';

create or replace function law.contribution_wage(basic_wage bigint, fixed_allowance bigint) returns bigint
language sql immutable parallel safe
return basic_wage + fixed_allowance;
comment on function law.contribution_wage(bigint, bigint) is
    'Wage that counts: basic wage and fixed allowances (gaji pokok + tunjangan tetap); overtime and attendance allowances do not.';

create or replace function law.contribution_on_base(
    base bigint,
    employer_rate bigint,
    worker_rate bigint,
    extra_family_rate bigint,
    extra_family integer
) returns table (employer_share bigint, worker_share bigint, extra_share bigint, total bigint)
language sql immutable parallel safe as $$
    select
        law.share(base, employer_rate),
        law.share(base, worker_rate),
        law.share(base, extra_family_rate * extra_family),
        law.share(base, employer_rate) + law.share(base, worker_rate) + law.share(base, extra_family_rate * extra_family)
$$;
comment on function law.contribution_on_base(bigint, bigint, bigint, bigint, integer) is
    'Monthly contribution on a base: employer share, worker share, 1 % per extra family member (borne by the worker), each rounded half up.';

create or replace function law.contribution(wage bigint, region_code text, month date, extra_family integer default 0)
returns table (base bigint, employer_share bigint, worker_share bigint, extra_share bigint, total bigint)
language sql stable as $$
    select b.base, c.employer_share, c.worker_share, c.extra_share, c.total
    from (
        select law.contribution_base(
            wage, law.wage_floor(region_code, month), law.parameter('wage_cap', month)) as base
    ) as b
    cross join lateral law.contribution_on_base(
        b.base,
        law.parameter('employer_rate', month),
        law.parameter('worker_rate', month),
        law.parameter('extra_family_rate', month),
        extra_family
    ) as c
$$;
comment on function law.contribution(bigint, text, date, integer) is
    'Monthly JKN contribution of a wage-earning worker (iuran PPU-BU) in whole rupiah (Perpres 82/2018 Ps.30 and 32 as amended). '
    'A month without a parameter or a minimum wage is an error (PT001, PT002).';
