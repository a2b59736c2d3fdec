-- section: businesses
select
    p.code,
    p.name,
    p.regency,
    p.registered_on,
    s.listed as in_other_lists,
    h.workers as workers_listed,
    p.npwp,
    p.nib,
    p.npp
from register.sources_of(report.office()) as s
inner join register.business_profile as p using (business_id)
left join lateral (
    select h.workers
    from register.headcount as h
    inner join import.standing(report.office()) as b using (batch_id)
    where h.business_id in (select register.members_of(s.business_id))
    order by h.as_of desc, h.workers desc
    limit 1
) as h on true
where report.search() is null
    or p.name ilike '%' || report.search() || '%'
    or exists (
        select from register.business_identifier as i
        where i.business_id in (select register.members_of(s.business_id))
            and (i.value = report.search() or i.kind in ('npwp', 'nib') and i.value = regexp_replace(report.search(), '\D', '', 'g'))
    )
order by p.name, p.code
