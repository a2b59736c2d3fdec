-- section: open
select
    u.code,
    u.name,
    k.code as other_code,
    k.name as other_name,
    k.regency,
    c.name_similarity,
    c.is_cut,
    upper(replace(array_to_string(c.shared_numbers, ', '), '_', ' ')) as shared_numbers,
    c.other_numbers,
    c.same_form,
    c.same_district,
    c.same_address
from register.match_candidates(report.office()) as c
inner join register.business_profile as u on u.business_id = c.business_id
inner join register.business_profile as k on k.business_id = c.other_id
order by cardinality(c.shared_numbers) desc, c.other_numbers, c.name_similarity desc, u.code, k.code
