-- What payrolls say was withheld from a worker's pay as contribution, by month, with the wage of the same row. Of several
-- lists of a month the newest that says anything of it counts.
create unlogged table work.deduction as
select distinct on (i.identity_id, d.person_id, d.month)
    i.identity_id as business_id, d.person_id, d.month, f.deducted, l.wage, coalesce(r.source, 'payroll') as source_kind,
    f.batch_id, f.line
from register.employment_fact as f
inner join work.batch as b using (batch_id)
inner join work.identity as i using (business_id)
cross join work.scope as s
left join work.merged_person as m using (person_id)
cross join lateral (
    select coalesce(m.identity_id, f.person_id) as person_id, date_trunc('month', f.as_of)::date as month
) as d
left join register.roster as r on r.business_id = f.business_id and r.batch_id = f.batch_id
left join register.roster_line as l
    on l.business_id = f.business_id and l.roster_id = r.roster_id and l.person_id = f.person_id
where f.deducted is not null and f.office_id = s.office_id and f.as_of <= s.as_of
order by i.identity_id, d.person_id, d.month, f.as_of desc, b.list_id desc, f.batch_id desc, f.line;
alter table work.deduction add primary key (business_id, person_id, month);
analyze work.deduction;

-- The same with the totals of sources that name nobody, in months of which no payroll says anything.
create view work.withheld as
select d.business_id, d.month, d.person_id, 1 as workers, d.deducted, d.source_kind, d.batch_id, d.line
from work.deduction as d
union all
select t.business_id, t.month, null, least(t.workers, coalesce(t.registered, t.workers)), t.deducted, t.source, t.batch_id, t.line
from (
    select distinct on (h.identity_id, m.month)
        h.identity_id as business_id, m.month, h.workers, h.registered, h.deducted, h.source, h.batch_id, h.line
    from work.headcount as h
    cross join lateral (select date_trunc('month', h.as_of::timestamp)::date as month) as m
    where h.deducted is not null
    order by h.identity_id, m.month, h.as_of desc, h.workers desc, h.batch_id desc, h.line
) as t
where not exists (select from work.deduction as d where d.business_id = t.business_id and d.month = t.month);
