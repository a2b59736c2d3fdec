-- What employers' own lists say of workers who have left, in the last months that an audit looks at.
create unlogged table work.reported_gone as
select
    i.identity_id as business_id, coalesce(m.identity_id, l.person_id) as person_id, l.left_on, l.batch_id, l.line,
    b.as_of as listed_on, o.layout in ('bpjskes_registrasi', 'bpjskes_mutasi') as is_form
from work.scope as s
inner join work.batch as b on b.kind = 'workers'
inner join import.batch as o on o.batch_id = b.batch_id
inner join register.roster_line as l on l.batch_id = b.batch_id
inner join work.identity as i on i.business_id = l.business_id
left join work.merged_person as m on m.person_id = l.person_id
where l.left_on <= s.as_of
    and l.left_on > s.as_of - make_interval(months => law.setting('late_report_max_age_months', s.as_of)::integer);
analyze work.reported_gone;

-- Workers without enrolment whom a wage file of BPJS Ketenagakerjaan names after the employer itself has reported that they left:
-- what it names may be the final pay. Not where the employer has named them as working since, nor where more months have a wage
-- than a final pay (a setting) explains.
create unlogged table work.said_to_be_gone as
with worker as (
    select
        w.business_id, w.person_id, w.month, max(g.left_on) as left_on, max(g.listed_on) as listed_on,
        -- The first month of which no day was worked.
        date_trunc('month', max(g.left_on) + interval '1 month - 1 day')::date as first_month
    from work.reported_gone as g
    inner join work.workforce as w using (business_id, person_id)
    inner join work.list_part as l using (roster_id)
    where w.valid_from is null and l.source = 'bpjstk' and g.left_on < w.month and coalesce(w.hired_on <= g.left_on, true)
    group by w.business_id, w.person_id, w.month
),

-- Each list of their employers since then that names them.
named as (
    select w.business_id, w.person_id, r.as_of as month, r.source, b.as_of as listed_on, l.wage, l.hired_on, l.left_on
    from worker as w
    inner join work.identity as i on i.identity_id = w.business_id
    inner join register.roster as r on r.business_id = i.business_id and r.as_of between date_trunc('month', w.left_on) and w.month
    inner join work.batch as b on b.batch_id = r.batch_id
    inner join register.roster_line as l on (l.business_id, l.roster_id, l.person_id) = (r.business_id, r.roster_id, w.person_id)
)

select w.business_id, w.person_id
from worker as w
cross join work.scope as s
inner join named as n using (business_id, person_id)
group by w.business_id, w.person_id, s.as_of
having count(distinct n.month) filter (where n.source = 'bpjstk' and n.month >= w.first_month and n.wage is distinct from 0)
        <= law.setting('departure_final_pay_months', s.as_of)
    and not coalesce(bool_or(
        n.source <> 'bpjstk' and n.left_on is null and n.listed_on > w.listed_on or n.hired_on > w.left_on
    ), false);
alter table work.said_to_be_gone add primary key (business_id, person_id);
analyze work.said_to_be_gone;
