-- The newest worker list of each business in or before the as-of month, and whether it is fresh enough to judge by.
-- Of two lists of one month that of BPJS Ketenagakerjaan counts: it names a wage for everybody, and the employer cannot
-- leave anybody out of it for this purpose alone. Of two of one source the later import counts.
create unlogged table work.roster as
select distinct on (r.business_id)
    r.business_id,
    r.roster_id,
    r.as_of as month,
    r.source,
    r.as_of > (s.month - make_interval(months => law.setting('roster_max_age_months', s.as_of)::integer))::date as fresh
from register.roster as r
inner join work.batch as b using (batch_id)
cross join work.scope as s
where r.office_id = s.office_id and r.as_of <= s.month
order by r.business_id, r.as_of desc, r.source <> 'bpjstk', r.batch_id desc, r.roster_id desc;
alter table work.roster add primary key (business_id);
analyze work.roster;
