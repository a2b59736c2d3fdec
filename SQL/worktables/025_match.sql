-- Employers that may be one that BPJS Kesehatan lists: until somebody has decided, nobody is accused of not being listed.
create unlogged table work.match as
select c.business_id, c.other_id
from work.scope as s
cross join lateral register.match_candidates(s.office_id, s.known_at) as c;
create index on work.match (business_id);
analyze work.match;
