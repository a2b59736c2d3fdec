-- section: jkn
select p.code, p.name, p.address, p.regency, p.npwp, p.nib
from register.sources_of(report.office()) as b
inner join register.business_profile as p using (business_id)
where b.registered and not b.listed
order by p.regency, p.name, p.code
