-- section: decided
-- words: match_verdict
select
    coalesce(a.wlkp_number, a.entity_code, a.npp, a.nib, a.npwp, a.field_number) as code,
    coalesce(b.wlkp_number, b.entity_code, b.npp, b.nib, b.npwp, b.field_number) as other_code,
    d.verdict as match_verdict,
    d.decided_at::date as day,
    d.decided_by,
    d.reason
from (
    select distinct on (m.business_id, m.other_id) m.*
    from register.business_match as m
    where m.office_id = report.office()
    order by m.business_id, m.other_id, m.match_id desc
) as d
cross join lateral register.numbers_of(d.business_id) as a
cross join lateral register.numbers_of(d.other_id) as b
order by d.match_id
