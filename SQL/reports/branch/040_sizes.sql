-- section: sizes
-- words: size_class
-- money: arrears, monthly
-- percent: share
-- total: businesses, in_breach, arrears, monthly
select
    b.size_class,
    count(*) as businesses,
    count(f.business_id) as in_breach,
    round(100.0 * count(f.business_id) / count(*), 1) as share,
    coalesce(sum(f.arrears), 0)::bigint as arrears,
    coalesce(sum(f.monthly), 0)::bigint as monthly
from register.sources_of(report.office()) as e
inner join register.business_profile as b using (business_id)
left join report.breaches() as f using (business_id)
group by b.size_class
order by array_position(array['besar', 'menengah', 'kecil', 'mikro'], b.size_class)
