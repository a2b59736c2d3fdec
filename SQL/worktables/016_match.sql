-- Employers that may well be one that BPJS Kesehatan lists. Until somebody has decided, nobody is accused of not being listed.
create unlogged table work.match_basis as
select audit.match_basis(s.office_id, s.known_at) as basis from work.scope as s;

create unlogged table work.match as
select m.business_id, m.other_id
from work.scope as s
cross join work.match_basis as b
cross join lateral audit.match(s.office_id, s.known_at, s.as_of, b.basis) as m;
create index on work.match (business_id);
analyze work.match;
