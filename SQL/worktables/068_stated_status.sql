-- What the newest list of an employer that says so states of a worker's status, as far back as an audit looks: contract,
-- part_time, daily, or partner (mitra: the list says that it is no worker). Wage files of BPJS Ketenagakerjaan state none.
create unlogged table work.stated_status as
with stated as (
    select l.business_id, l.person_id, l.employment_status as status, l.hired_on, r.as_of as month, l.batch_id, l.line
    from (
        select r.roster_id, r.batch_id, r.as_of
        from register.roster as r
        inner join work.batch as b using (batch_id)
        cross join work.scope as s
        where r.office_id = s.office_id and r.source <> 'bpjstk' and r.as_of <= s.month
            and r.as_of > (s.month - make_interval(months => law.setting('wage_history_months', s.as_of)::integer))::date
    ) as r
    inner join register.roster_line as l using (batch_id, roster_id)
    where l.employment_status is not null
    union all
    select f.business_id, f.person_id, f.stated_status, null, date_trunc('month', f.as_of)::date, f.batch_id, f.line
    from register.employment_fact as f
    inner join work.batch as b using (batch_id)
    cross join work.scope as s
    where f.office_id = s.office_id and f.stated_status is not null and f.as_of <= s.as_of
        and f.as_of > s.month - make_interval(months => law.setting('wage_history_months', s.as_of)::integer)
),

newest as (
    select distinct on (i.identity_id, coalesce(m.identity_id, t.person_id))
        i.identity_id as business_id, coalesce(m.identity_id, t.person_id) as person_id, t.status, t.hired_on, t.month,
        t.batch_id, t.line
    from stated as t
    inner join work.identity as i using (business_id)
    left join work.merged_person as m on m.person_id = t.person_id
    order by i.identity_id, coalesce(m.identity_id, t.person_id), t.month desc, t.batch_id desc
)

select n.*, f.contract_until
from newest as n
left join register.employment_fact as f on f.batch_id = n.batch_id and f.line = n.line
where n.status <> 'permanent';
alter table work.stated_status add primary key (business_id, person_id);
analyze work.stated_status;
