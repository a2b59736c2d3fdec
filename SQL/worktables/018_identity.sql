-- The business that each business of the register counts for: itself, or the one that people have decided it is.
create unlogged table work.identity as
select b.business_id, coalesce(m.identity_id, b.business_id) as identity_id
from work.scope as s
inner join register.business as b using (office_id)
left join register.merged_business(s.known_at) as m using (business_id);
alter table work.identity add primary key (business_id);
analyze work.identity;
