-- code: WLKP-01
-- title: Wajib lapor ketenagakerjaan (WLKP) terlambat
-- title_en: Annual labour report overdue
-- subject: business
-- strength: established, presumption, indication
-- path: labour-norm
-- amount: none
-- cites: UU-7-1981:7(1), UU-7-1981:6, UU-7-1981:10
-- reads: business, labour_report, labour_list, labour_comparable, match, parameter
-- evidence: reported_on, due_on, list_on
-- explanation: Laporan ketenagakerjaan terakhir: {reported_on}. Laporan berikutnya seharusnya ada paling lambat {due_on}, tetapi tidak tercantum dalam daftar dinas tenaga kerja yang memuat laporan sampai {list_on}.
-- explanation_en: Last labour report: {reported_on}. The next was due by {due_on}, but is not on the labour office's list, which has reports up to {list_on}.
-- question: Apakah badan usaha sudah melapor setelah tanggal daftar, atau dengan nama atau nomor lain?
-- question_en: Has the employer reported since the date of the list, or under another name or number?
-- [tested]
select b.business_id, 1 as subjects
from work.business as b
left join work.labour_report as r using (business_id)
inner join (select distinct region_code, fresh, whole from work.labour_list) as l
    on l.region_code = coalesce(r.region_code, b.region_code)
where b.active and l.fresh
    and (select count(*) from work.parameter as p where p.name in ('wlkp_report_months', 'wlkp_new_firm_days')) = 2
    and case
        when r.business_id is not null then r.status = 'active'
        else b.registered and l.whole
            and exists (select from work.labour_comparable as c where c.business_id = b.business_id)
            and not exists (
                select from work.match as m
                inner join work.labour_report as o using (business_id)
                where m.other_id = b.business_id
            )
    end
-- [not judged]
select n.business_id, n.reason, 1 as subjects
from (
    select b.business_id, case
            when p.report_months is null then 'no_parameter:wlkp_report_months'
            when p.new_firm_days is null then 'no_parameter:wlkp_new_firm_days'
            when l.region_code is null then 'no_wlkp_list'
            when not l.fresh then 'wlkp_list_too_old'
            when r.business_id is not null then null
            when not l.whole then 'wlkp_list_partial'
            when not exists (select from work.labour_comparable as c where c.business_id = b.business_id) then 'no_common_number'
            when exists (
                select from work.match as m
                inner join work.labour_report as o using (business_id)
                where m.other_id = b.business_id
            ) then 'undecided_match'
        end as reason
    from work.business as b
    left join work.labour_report as r using (business_id)
    left join (select distinct region_code, fresh, whole from work.labour_list) as l
        on l.region_code = coalesce(r.region_code, b.region_code)
    cross join (
        select
            max(value) filter (where name = 'wlkp_report_months') as report_months,
            max(value) filter (where name = 'wlkp_new_firm_days') as new_firm_days
        from work.parameter
    ) as p
    where b.active and (b.registered or r.business_id is not null) and r.status is distinct from 'closed'
) as n
where n.reason is not null
-- [violations]
-- Judged as of the day up to which the list is known, never as of today: whoever reported since is not on it.
select
    b.business_id,
    null::bigint as person_id,
    -- Only a list that is itself newer than the due day shows that there is no newer report in it.
    case when l.reaches > d.due_on then 'established' else 'presumption' end as strength,
    null::bigint as amount,
    date_trunc('month', d.due_on + 1)::date as since,
    r.reported_on,
    d.due_on,
    l.region_reaches as list_on,
    '{}'::audit.money_line[] as money,
    array[row('wlkp', r.batch_id, r.line)::audit.source_line] as sources
from work.business as b
inner join work.labour_report as r using (business_id)
inner join work.labour_list as l on l.region_code = r.region_code and l.batch_id = r.batch_id
inner join work.parameter as p on p.name = 'wlkp_report_months'
cross join lateral (select (r.reported_on + make_interval(months => p.value::integer))::date as due_on) as d
where b.active and r.status = 'active' and l.fresh and l.region_reaches > d.due_on
    and exists (select from work.parameter as n where n.name = 'wlkp_new_firm_days')
union all
select
    b.business_id, null, 'indication', null, date_trunc('month', l.region_reaches)::date, null, d.due_on, l.region_reaches,
    '{}', array[row('jkn_business', b.jkn_batch, b.jkn_line)::audit.source_line]
from work.business as b
inner join (select distinct region_code, region_reaches, fresh, whole from work.labour_list) as l using (region_code)
inner join work.parameter as p on p.name = 'wlkp_new_firm_days'
cross join lateral (select b.registered_on + p.value::integer as due_on) as d
where b.registered and b.active and l.fresh and l.whole and l.region_reaches > d.due_on
    and exists (select from work.parameter as n where n.name = 'wlkp_report_months')
    and exists (select from work.labour_comparable as c where c.business_id = b.business_id)
    and not exists (select from work.labour_report as r where r.business_id = b.business_id)
    and not exists (
        select from work.match as m
        inner join work.labour_report as o using (business_id)
        where m.other_id = b.business_id
    )
