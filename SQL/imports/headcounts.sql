-- Totals by employer where nobody is named: workers in a month and, where the source says so, how many of them are enrolled in
-- JKN, their wages, the wages reported for those enrolled, and what was withheld. The employer is known by any of its numbers.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    entity_code text, npp text, wlkp_number text, npwp text, nib text, month date, workers bigint, registered bigint,
    wages bigint, registered_wages bigint, deducted bigint, known_in integer, business_id bigint
) on commit drop;
-- [check]
select import.find_businesses('entity_code', 'npp', 'wlkp_number', 'npwp', 'nib');

create temp table staged_business on commit drop as
select s.line, min(b.business_id) as business_id, count(distinct b.identity_id) as candidates
from staging as s
cross join lateral (
    values ('entity_code', s.entity_code), ('npp', s.npp), ('wlkp_number', s.wlkp_number), ('npwp', s.npwp), ('nib', s.nib)
) as n (kind, value)
inner join known_number as b on b.kind = n.kind and b.value = n.value
group by s.line;

update staging as s
set business_id = b.business_id
from staged_business as b
where b.line = s.line and b.candidates = 1;

insert into rejected
select
    s.line, 'Kode Badan Usaha', case when b.candidates > 1 then 'several_businesses' else 'unknown_business' end,
    case when b.candidates > 1
        then 'The numbers of this row belong to different businesses of the register.'
        else 'No business has one of these numbers; import a list that has it first: the WLKP, the JKN employers, or employers with their numbers (patuh import businesses).'
    end
from staging as s
left join staged_business as b using (line)
where s.business_id is null;

insert into rejected
select s.line, h.heading, 'out_of_range', 'The number of workers must be between 0 and 1,000,000.'
from staging as s
cross join this_import as i
cross join lateral (
    values (i.headings ->> 'workers', s.workers), (i.headings ->> 'registered', s.registered)
) as h (heading, workers)
where h.workers not between 0 and 1000000;

insert into rejected
select s.line, 'Bulan', 'duplicate', 'The business stands twice with the same month.'
from (
    select line, row_number() over (partition by business_id, month order by line) as n
    from staging
    where business_id is not null
) as s
where s.n > 1;
-- [warn]
insert into warned
select s.line, i.headings ->> 'registered', 'more_enrolled', 'More workers are enrolled than there are.'
from staging as s
cross join this_import as i
where s.registered > s.workers
union all
-- A total of the wrong column, or one wage for all.
select s.line, h.heading, 'wage_low', 'The wages come to less than 100,000 rupiah a worker.'
from staging as s
cross join this_import as i
cross join lateral (
    values (i.headings ->> 'wages', s.wages, s.workers), (i.headings ->> 'registered_wages', s.registered_wages, s.registered)
) as h (heading, wages, workers)
where h.workers > 0 and h.wages < h.workers * 100000
union all
-- Extra family members cost a hundredth each.
select s.line, i.headings ->> 'deducted', 'deduction_high', 'More was withheld than a fiftieth of the wages; is it all for JKN?'
from staging as s
cross join this_import as i
where s.deducted > s.wages / 50;
-- [prepare]
update staging as s
set unchanged = true, known_in = k.batch_id
from (
    select distinct on (h.business_id, h.as_of) h.*
    from register.headcount as h
    inner join standing using (batch_id)
    where h.source = 'count'
    order by h.business_id, h.as_of, h.batch_id desc
) as k
where (k.business_id, k.as_of) = (s.business_id, s.month)
    and (k.workers, k.registered, k.wages, k.registered_wages, k.deducted)
        is not distinct from (s.workers, s.registered, s.wages, s.registered_wages, s.deducted);

insert into reliance
select s.known_in, count(*) from staging as s where s.unchanged group by s.known_in;
-- [accept]
insert into register.headcount (
    business_id, as_of, workers, registered, wages, registered_wages, deducted, batch_id, line, office_id, source)
select
    s.business_id, s.month, s.workers, s.registered, s.wages, s.registered_wages, s.deducted, i.batch_id, s.line, i.office_id, 'count'
from staging as s
cross join this_import as i
where not s.unchanged
order by s.business_id, s.month;

analyze register.headcount;
-- [changes]
select import.compare_headcounts();
