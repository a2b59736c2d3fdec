-- The business that each business of the register counts for: itself, or the one that people have decided it is; of the
-- employers that are judged (several: by more than one record of the register). Whatever is said of an employer comes in through this table, so that it decides who is judged.
create unlogged table work.identity as
select i.business_id, i.identity_id, count(*) over (partition by i.identity_id) > 1 as several
from work.scope as s
cross join work.context as c
cross join lateral register.identity(s.office_id, s.known_at) as i
where not c.partial or i.identity_id in (select t.business_id from work.touched as t);
alter table work.identity add primary key (business_id);
analyze work.identity;

-- Workers without NIK: who they are where people have decided it, and those of whom nobody knows.
create unlogged table work.merged_person as
select m.person_id, m.identity_id
from work.scope as s
cross join lateral register.merged_person(s.known_at) as m;
alter table work.merged_person add primary key (person_id);

create unlogged table work.unknown_person as
select p.person_id
from register.person as p
inner join work.identity as i using (business_id)
where p.nik is null and not exists (select from work.merged_person as m where m.person_id = p.person_id);
alter table work.unknown_person add primary key (person_id);
analyze work.merged_person, work.unknown_person;
