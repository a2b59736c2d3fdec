-- Employers that may well be one that BPJS Kesehatan lists. Until somebody has decided, nobody is accused of not being listed.
create unlogged table work.match as
select m.business_id, m.other_id
from work.scope as s
cross join lateral audit.match(s.office_id, s.known_at, s.as_of) as m;
create index on work.match (business_id);
analyze work.match;
