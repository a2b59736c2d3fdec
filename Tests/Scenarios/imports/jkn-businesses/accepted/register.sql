select concat_ws(';', p.code, p.name, p.regency, p.size_class, p.npwp, p.nib, p.npp, p.registered_on, coalesce(p.closed_on::text, '-'),
    (select count(*) from register.business_record as r where r.business_id = p.business_id))
from register.business_profile as p
order by p.code
