-- section: identity
-- as: metadata
-- words: size_class
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
    (
        select h.workers
        from audit.run as r
        cross join lateral import.standing(b.office_id, r.known_at) as k
        inner join register.headcount as h using (batch_id)
        where r.run_id = report.run() and h.business_id = b.business_id and h.as_of <= r.as_of
        order by h.as_of desc, h.batch_id desc
        limit 1
    ) as headcount,
    (
        select count(distinct e.person_id)
        from audit.run as r
        -- The newest list that names the employer, with its mended rows.
        cross join lateral (
            select i.list_id
            from register.enrolment as l
            inner join import.standing(b.office_id, r.known_at) as i using (batch_id)
            where l.business_id = b.business_id
            order by i.as_of desc, i.list_id desc
            limit 1
        ) as newest
        inner join lateral import.standing(b.office_id, r.known_at) as k on k.list_id = newest.list_id
        inner join register.enrolment as e on e.business_id = b.business_id and e.batch_id = k.batch_id
        where r.run_id = report.run() and e.valid_from <= r.as_of and e.valid_to > r.as_of
    ) as enrolled
from register.business_profile as b
where b.business_id = report.business()
