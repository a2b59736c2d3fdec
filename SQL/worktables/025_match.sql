-- Employers that may well be one that BPJS Kesehatan lists: a number in common, or the same name but for a letter or two and
-- no numbers that differ. Until somebody has decided, nobody is accused of not being listed.
create unlogged table work.match as
select c.business_id, c.other_id
from work.scope as s
cross join lateral register.match_candidates(s.office_id, s.known_at) as c
where c.shared_numbers <> '{}'
    or not c.other_numbers and (c.is_cut or c.name_similarity >= law.setting('match_same_name_similarity', s.as_of));
create index on work.match (business_id);
analyze work.match;
