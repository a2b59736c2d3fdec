-- work.tariff for each of the months back to which bills are held against the member list.
create unlogged table work.month_tariff as
select t.*
from (
    select
        (select array_agg(distinct b.region_code) from work.business as b where b.region_code is not null) as regions,
        array(select generate_series(l.recalculated_from, s.month, '1 month')::date) as months
    from work.scope as s
    cross join work.limits as l
) as n
cross join lateral law.tariff(n.regions, n.months) as t;
alter table work.month_tariff add primary key (region_code, month);
analyze work.month_tariff;
