-- How far the labour office's lists (wajib lapor ketenagakerjaan, WLKP) reach: for each batch and regency the day of the
-- newest report in it. Of the whole office, whoever is in scope: what a list leaves out says something only where the list
-- is new, and where it names a good share of the registered employers (a list of the others is drawn up as well).
create unlogged table work.labour_list as
with record as (
    select r.business_id, r.source, left(r.region_code, 5) as region_code, r.as_of, r.batch_id
    from register.business_record as r
    inner join work.batch as b using (batch_id)
    cross join work.scope as s
    where r.source = 'jkn' or r.source = 'wlkp' and r.as_of <= s.as_of
),

employer as (
    select business_id, max(region_code) filter (where source = 'jkn') as region_code, bool_or(source = 'wlkp') as reports
    from record
    group by business_id
),

region as (
    select region_code, count(*) filter (where reports) * 100 >= count(*) * law.setting('wlkp_list_min_share', s.as_of) as whole
    from employer
    cross join work.scope as s
    where region_code is not null
    group by region_code, s.as_of
)

select
    r.region_code,
    r.batch_id,
    max(r.as_of) as reaches,
    max(max(r.as_of)) over region as region_reaches,
    max(max(r.as_of)) over region
        >= (s.as_of - make_interval(months => law.setting('wlkp_list_max_age_months', s.as_of)::integer))::date as fresh,
    coalesce(g.whole, false) as whole
from record as r
cross join work.scope as s
left join region as g using (region_code)
where r.source = 'wlkp'
group by r.region_code, r.batch_id, s.as_of, g.whole
window region as (partition by r.region_code);
alter table work.labour_list add primary key (region_code, batch_id);
analyze work.labour_list;

-- The newest report of each employer. Rows that repeat an earlier list are not stored, so a report may stand in a newer
-- list than its batch.
create unlogged table work.labour_report as
select distinct on (i.identity_id)
    i.identity_id as business_id, left(r.region_code, 5) as region_code, r.as_of as reported_on, r.status, r.batch_id, r.line
from register.business_record as r
inner join work.batch as b using (batch_id)
inner join work.identity as i using (business_id)
cross join work.scope as s
where r.source = 'wlkp' and r.as_of <= s.as_of
order by i.identity_id, r.as_of desc, r.batch_id desc, r.line;
alter table work.labour_report add primary key (business_id);
analyze work.labour_report;

-- Employers with a number of a kind that those lists give, which is how they would have been found there.
create unlogged table work.labour_comparable as
select distinct i.identity_id as business_id
from register.business_identifier as n
inner join work.batch as b using (batch_id)
inner join work.identity as i using (business_id)
where n.kind in (
    select o.kind
    from register.business_identifier as o
    inner join work.batch as l using (batch_id)
    where l.kind = 'wlkp' and o.kind in ('npwp', 'nib', 'npp')
);
alter table work.labour_comparable add primary key (business_id);
analyze work.labour_comparable;
