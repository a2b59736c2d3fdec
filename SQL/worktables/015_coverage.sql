-- Which lists the office has, and how far they reach. Without a list nobody can be accused of being missing from it,
-- and arrears are judged as of the day up to which the payments are known to be complete. Nobody is said never to have paid
-- who may have paid before the lists begin (payments_from; null where they are empty).
create unlogged table work.coverage as
select
    max(b.as_of) filter (where b.kind = 'jkn-businesses') as employer_list_on,
    coalesce(
        max(b.as_of) filter (where b.kind = 'jkn-businesses')
            >= s.as_of - make_interval(months => law.setting('employer_list_max_age_months', s.as_of)::integer),
        false) as has_employer_list,
    max(b.as_of) filter (where b.kind = 'payments') as payments_until,
    least(s.as_of, max(b.as_of) filter (where b.kind = 'payments')) as arrears_as_of,
    (select min(r.paid_from) from import.payment_reach as r inner join work.batch using (batch_id)) as payments_from
from work.scope as s
left join work.batch as b on true
group by s.as_of;
analyze work.coverage;
