-- section: identity
-- as: metadata
-- words: size_class
-- As the audit took them: what came in under any record of the register that counts for the employer.
with batch as materialized (
    select r.as_of as judged_on, k.batch_id, k.list_id, k.as_of
    from audit.run as r
    cross join lateral import.standing(report.office(), r.known_at) as k
    where r.run_id = report.run()
),

headcount as (
    select distinct on (h.business_id, h.source, h.as_of) h.as_of, h.workers
    from register.headcount as h
    inner join batch as k using (batch_id)
    where h.business_id = any (array(select register.members_of(report.business()))) and h.as_of <= k.judged_on
    order by h.business_id, h.source, h.as_of, h.batch_id desc
),

-- The newest list that names the employer, under each record that it has.
list as (
    select distinct on (l.business_id) l.business_id, l.list_id
    from (
        select e.business_id, k.list_id, k.as_of, max(k.as_of) over () as newest
        from register.enrolment as e
        inner join batch as k using (batch_id)
        where e.business_id = any (array(select register.members_of(report.business())))
    ) as l
    where l.as_of = l.newest
    order by l.business_id, l.list_id desc
)

select
    b.name,
    b.code,
    b.entity_code,
    b.npwp,
    b.nib,
    b.address,
    b.regency,
    b.size_class,
    b.registered_on,
    -- Of several sites the largest speaks, and never a sum over what may be one place.
    (select h.workers from headcount as h order by h.as_of desc, h.workers desc limit 1) as headcount,
    (
        select count(distinct e.person_id)
        from list as l
        -- With its mended rows.
        inner join batch as k using (list_id)
        inner join register.enrolment as e using (business_id, batch_id)
        where e.business_id = any (array(select register.members_of(report.business())))
            and e.valid_from <= k.judged_on and e.valid_to > k.judged_on
    ) as enrolled
from register.business_profile as b
where b.business_id = report.business()
