-- What the law says for each region and each month that rules look at: those of fresh worker lists, of the wages before them
-- and of the bills that are held against the member list.
create unlogged table work.tariff as
select t.*
from (
    select
        (select array_agg(distinct b.region_code) from work.business as b where b.region_code is not null) as regions,
        array(
            select generate_series(
                least(l.payrolls_after, l.wages_from, l.recalculated_from), s.month, '1 month'
            )::date
        ) as months
    from work.scope as s
    cross join work.limits as l
) as n
cross join lateral law.tariff(n.regions, n.months) as t;
alter table work.tariff add primary key (region_code, month);
analyze work.tariff;
