-- section: other
select
    p.code,
    p.name,
    p.address,
    p.regency,
    p.npwp,
    p.nib,
    exists (
        select from register.match_candidates(report.office()) as c where c.business_id = b.business_id
    ) as has_candidate
from register.sources_of(report.office()) as b
inner join register.business_profile as p using (business_id)
where b.listed and not b.registered
order by p.regency, p.name, p.code
