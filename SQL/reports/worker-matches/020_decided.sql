-- section: decided
-- words: match_verdict
select
    register.person_code(d.person_id) as worker,
    register.person_code(d.other_id) as person,
    d.verdict as match_verdict,
    d.decided_at::date as day,
    d.decided_by,
    d.reason
from (
    select distinct on (m.person_id, m.other_id) m.*
    from register.person_match as m
    where m.office_id = report.office()
    order by m.person_id, m.other_id, m.match_id desc
) as d
order by d.match_id
