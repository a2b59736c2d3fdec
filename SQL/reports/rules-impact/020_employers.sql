-- section: employers
-- money: before, after, difference
with difference as (
    select d.business_id, d.rule_code, d.change, p.amount as before, d.amount as after
    from work.difference as d
    left join work.previous as p using (business_id, finding_id)
    where d.change in ('new', 'reopened', 'changed')
    union all
    select p.business_id, p.rule_code, 'resolved', p.amount, null
    from work.gone as g
    inner join work.previous as p using (business_id, finding_id)
)

select
    b.code,
    b.name,
    d.rule_code as rule,
    count(*) filter (where d.change in ('new', 'reopened')) as new,
    count(*) filter (where d.change = 'changed') as changed,
    count(*) filter (where d.change = 'resolved') as resolved,
    coalesce(sum(d.before), 0)::bigint as before,
    coalesce(sum(d.after), 0)::bigint as after,
    (coalesce(sum(d.after), 0) - coalesce(sum(d.before), 0))::bigint as difference
from difference as d
inner join register.business_profile as b using (business_id)
group by b.code, b.name, d.rule_code
order by abs(coalesce(sum(d.after), 0) - coalesce(sum(d.before), 0)) desc, b.code, d.rule_code
