-- Which lists the office has at all. Without a list nobody can be accused of being missing from it.
create unlogged table work.coverage as
select
    coalesce(bool_or(kind = 'jkn-businesses'), false) as has_employer_list,
    coalesce(bool_or(kind = 'payments'), false) as has_payments
from work.batch;
