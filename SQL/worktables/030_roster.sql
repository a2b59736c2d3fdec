-- The newest worker list of each business in or before the as-of month, and whether it is fresh enough to judge by.
-- Of two lists of one month that of BPJS Ketenagakerjaan counts, because it names a wage for everybody. Of two of one
-- source the later file replaces the earlier; mended rows of a file belong to its list.
create unlogged table work.roster as
select distinct on (r.business_id)
    r.business_id,
    b.list_id,
    r.as_of as month,
    r.source,
    r.as_of > (s.month - make_interval(months => law.setting('roster_max_age_months', s.as_of)::integer))::date as fresh
from register.roster as r
inner join work.batch as b using (batch_id)
cross join work.scope as s
where r.office_id = s.office_id and r.as_of <= s.month
order by r.business_id, r.as_of desc, r.source <> 'bpjstk', b.list_id desc, r.source;
alter table work.roster add primary key (business_id);
analyze work.roster;

-- The parts of that list: mended rows of a file come as a list of their own.
create unlogged table work.roster_part as
select r.roster_id, r.batch_id
from work.roster as n
inner join register.roster as r on r.business_id = n.business_id and r.as_of = n.month and r.source = n.source
inner join work.batch as b on b.batch_id = r.batch_id and b.list_id = n.list_id;
alter table work.roster_part add primary key (roster_id);
analyze work.roster_part;

-- Its lines. A worker whom several parts of the list name is as the latest part says. By batch, so that
-- the block ranges of the lines pass over the other months.
create unlogged table work.roster_line as
select distinct on (l.business_id, l.person_id) l.business_id, l.person_id, l.wage, l.batch_id, l.line
from (select distinct batch_id from work.roster_part) as b
inner join register.roster_line as l using (batch_id)
inner join work.roster_part as p on p.roster_id = l.roster_id
order by l.business_id, l.person_id, l.batch_id desc;
alter table work.roster_line add primary key (business_id, person_id);
analyze work.roster_line;
