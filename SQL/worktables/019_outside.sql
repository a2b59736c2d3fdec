-- Employers of the office outside the scope of the run. A person of the scope may be enrolled with one of them, and must be
-- found there as well: a run over some employers finds what a run over all finds. Empty when all are in scope.
create unlogged table work.outside as
select i.business_id, i.identity_id
from work.scope as s
cross join lateral register.identity(s.office_id, s.known_at) as i
where not exists (select from work.identity as w where w.business_id = i.business_id);
analyze work.outside;
