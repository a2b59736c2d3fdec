-- Workers whose earlier months a rule asks for: few of them, so that the lists of all those months are read once.
create unlogged table work.watched as
with worker as (
    select business_id, person_id from work.interruption
    union
    select business_id, person_id from work.departure where cause is distinct from 'other'
    union
    select business_id, person_id from work.stated_status where status <> 'contract'
)

select w.business_id, w.person_id, w.person_id as listed_id from worker as w
union
select w.business_id, w.person_id, m.person_id
from worker as w
inner join work.merged_person as m on m.identity_id = w.person_id;
alter table work.watched add primary key (business_id, listed_id);
analyze work.watched;

-- Of their employers the full worker list that counts for each month, as far back as an audit looks: of two of one month
-- that of BPJS Ketenagakerjaan, of two of one source the later file. One row per part of a list (mended rows are a part).
create unlogged table work.wage_list as
with lists as (
    select i.identity_id as business_id, r.business_id as record_id, r.as_of as month, r.roster_id, r.source, r.batch_id, b.list_id
    from (select distinct business_id from work.watched) as w
    inner join work.identity as i on i.identity_id = w.business_id
    inner join register.roster as r on r.business_id = i.business_id
    inner join work.batch as b using (batch_id)
    cross join work.scope as s
    where r.office_id = s.office_id and r.complete and r.as_of <= s.month
        and r.as_of > (s.month - make_interval(months => law.setting('wage_history_months', s.as_of)::integer))::date
),

newest as (
    select distinct on (business_id, month) business_id, month, source
    from lists
    order by business_id, month, source <> 'bpjstk', list_id desc, source
),

-- An employer with several numbers hands in a list under each.
latest as (
    select l.business_id, l.record_id, l.month, l.source, max(l.list_id) as list_id
    from lists as l
    inner join newest as n using (business_id, month, source)
    group by l.business_id, l.record_id, l.month, l.source
)

select l.roster_id, l.business_id, l.month, l.source, l.batch_id
from lists as l
inner join latest as n using (business_id, record_id, month, source, list_id);
alter table work.wage_list add primary key (roster_id);
create index on work.wage_list (business_id, month);
analyze work.wage_list;

-- The months in which the full list of a month names them as working then, with the wage that it gives.
create unlogged table work.wage_month as
select distinct on (l.business_id, w.person_id, l.month)
    l.business_id, w.person_id, l.month, r.wage, case l.source when 'bpjstk' then 'bpjstk_wage' else l.source end as line_kind,
    r.batch_id, r.line
from (select distinct batch_id from work.wage_list) as b
inner join register.roster_line as r using (batch_id)
inner join work.wage_list as l on l.roster_id = r.roster_id
inner join work.watched as w on w.business_id = l.business_id and w.listed_id = r.person_id
where (r.left_on is null or r.left_on >= l.month)
    and (r.hired_on is null or r.hired_on < l.month + interval '1 month')
order by l.business_id, w.person_id, l.month, r.batch_id desc, r.line;
alter table work.wage_month add primary key (business_id, person_id, month);
analyze work.wage_month;
