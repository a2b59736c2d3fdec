create or replace function law.wage_floor(region_code text, month date) returns bigint
language plpgsql stable as $$
declare
    regency text := left(region_code, 5);
    floor_amount bigint;
begin
    if law.parameter('wage_floor_applies', month) = 0 then
        return 0;
    end if;
    select w.amount into floor_amount
    from reference.minimum_wage as w
    where w.region_code = regency and w.period @> month;
    if not found then
        raise exception using
            errcode = 'PT002',
            message = format('No minimum wage of region %s is known for %s.', regency, to_char(month, 'YYYY-MM')),
            hint = 'Add the governor''s decree to SQL/reference; until then the month is not judged.';
    end if;
    return floor_amount;
end
$$;
comment on function law.wage_floor(text, date) is
    'Lowest contribution base of a region in a month: the regency''s UMK, or the UMP where its row says that it follows the UMP '
    '(Perpres 64/2020 Ps.32(2)(3)). 0 before 2020. An unknown wage is an error (PT002).';
