-- section: summary
-- as: metadata
select
    count(*) filter (where b.registered and b.listed) as in_both_lists,
    count(*) filter (where b.listed and not b.registered) as only_other_lists,
    count(*) filter (where b.registered and not b.listed) as only_jkn_list,
    (select count(distinct c.business_id) from register.match_candidates(report.office()) as c) as with_candidates,
    (select count(*) from register.unknown_workers(report.office())) as workers_without_nik
from register.sources_of(report.office()) as b
