-- How far the labour office's lists (wajib lapor ketenagakerjaan, WLKP) reach: for each batch and regency the day of the
-- newest report in it. Of the whole office, whoever is in scope: what a list leaves out says something only where the list
-- is new, and where it names a good share of the registered employers (a list of the others is drawn up as well).
create unlogged table work.labour_list as
with report as (
    select r.business_id, r.region_code, r.as_of, r.batch_id
    from register.business_record as r
    inner join work.batch as b using (batch_id)
    cross join work.scope as s
    where r.source = 'wlkp' and r.as_of <= s.as_of
),

region as (
    select
        r.region_code,
        count(distinct r.business_id) filter (where r.reports) * 100
            >= count(distinct r.business_id) * law.setting('wlkp_list_min_share', s.as_of) as whole
    from (
        select
            left(r.region_code, 5) as region_code, r.business_id, r.business_id in (select p.business_id from report as p) as reports
        from register.business_record as r
        inner join work.batch as b using (batch_id)
        where r.source = 'jkn'
    ) as r
    cross join work.scope as s
    group by r.region_code, s.as_of
)

select
    r.region_code,
    r.batch_id,
    r.reaches,
    r.region_reaches,
    r.region_reaches >= (s.as_of - make_interval(months => law.setting('wlkp_list_max_age_months', s.as_of)::integer))::date
        as fresh,
    coalesce(g.whole, false) as whole
from (
    select
        left(p.region_code, 5) as region_code, p.batch_id, max(p.as_of) as reaches,
        max(max(p.as_of)) over (partition by left(p.region_code, 5)) as region_reaches
    from report as p
    group by left(p.region_code, 5), p.batch_id
) as r
cross join work.scope as s
left join region as g using (region_code);
alter table work.labour_list add primary key (region_code, batch_id);
analyze work.labour_list;
