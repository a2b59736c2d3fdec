-- section: businesses
with identity as materialized (
    select i.business_id, i.identity_id from register.identity(report.office()) as i
),

-- What a source says anew of a day takes the place of all that it said of it before.
headcount as (
    select distinct on (h.business_id, h.source, h.as_of) i.identity_id, h.as_of, h.workers
    from register.headcount as h
    inner join import.standing(report.office()) as b using (batch_id)
    inner join identity as i using (business_id)
    order by h.business_id, h.source, h.as_of, h.batch_id desc
),

-- The newest count of each employer, of several sites or sources of one day the largest.
counted as (
    select distinct on (h.identity_id) h.identity_id as business_id, h.workers
    from headcount as h
    order by h.identity_id, h.as_of desc, h.workers desc
),

searched as (
    select i.identity_id as business_id
    from register.business_identifier as n
    inner join identity as i using (business_id)
    cross join regexp_replace(report.search(), '\D', '', 'g') as d (digits)
    -- An NPWP of 16 digits is kept without its nought in front.
    where n.value = report.search()
        or n.kind in ('npwp', 'nib') and n.value in (d.digits, case when length(d.digits) = 16 then substr(d.digits, 2) end)
)

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
left join counted as h using (business_id)
where report.search() is null
    or p.name ilike '%' || report.search() || '%'
    or s.business_id in (select n.business_id from searched as n)
order by p.name, p.code
