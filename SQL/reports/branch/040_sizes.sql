-- section: sizes
-- words: size_class
-- money: amount
-- percent: share
-- total: businesses, in_breach, amount
with breaches as (
    select f.business_id, sum(f.amount)::bigint as amount
    from audit.findings_at(report.office(), report.run()) as f
    group by f.business_id
)

select
    b.size_class,
    count(*) as businesses,
    count(f.business_id) as in_breach,
    round(100.0 * count(f.business_id) / count(*), 1) as share,
    coalesce(sum(f.amount), 0)::bigint as amount
from register.business_profile as b
left join breaches as f using (business_id)
where b.office_id = report.office()
group by b.size_class
order by array_position(array['besar', 'menengah', 'kecil', 'mikro'], b.size_class)
