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
