-- section: decided
-- words: match_verdict
select
    n.codes[1] as code,
    n.codes[2] as counterpart,
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
-- The two records, whatever has become of them since: each by a number that the other lacks, a registered one last.
cross join lateral (
    select array_agg(r.code order by r.is_registered, r.business_id) as codes
    from (
        select distinct on (i.business_id) i.business_id, i.value as code, i.kind = 'entity_code' as is_registered
        from register.business_identifier as i
        where i.business_id in (d.business_id, d.other_id)
        order by
            i.business_id,
            exists (
                select from register.business_identifier as s
                where s.business_id = d.business_id + d.other_id - i.business_id and s.kind = i.kind and s.value = i.value
            ),
            array_position(array['entity_code', 'wlkp_number', 'npp', 'nib', 'npwp', 'field_number'], i.kind),
            i.value
    ) as r
) as n
order by d.match_id
