-- The member list by employer (data peserta per badan usaha): workers with their registered wage, and their family.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    nik bigint, name text, birth_date date, sex text, care_class bigint, valid_from date, status text, wage bigint,
    entity_code text, relation text, worker_nik bigint, valid_to date,
    marital_status text
) on commit drop;
-- [check]
select import.find_businesses('entity_code');

insert into rejected
select s.line, 'KODE PERUSAHAAN', 'unknown_business', 'No business has this kode badan usaha; import the JKN employer list first.'
from staging as s
where not exists (select from known_number as b where b.value = s.entity_code);

insert into rejected
select s.line, 'GAJI', 'missing', 'A worker''s row needs the registered wage.'
from staging as s
where s.relation = 'worker' and s.wage is null;

insert into rejected
select s.line, 'TGL MULAI AKTIF', 'missing', 'A worker''s row needs the first day of membership.'
from staging as s
where s.relation = 'worker' and s.valid_from is null;

insert into rejected
select s.line, 'TGL NONAKTIF', 'missing', 'An inactive member needs the day from which membership ended.'
from staging as s
where s.relation = 'worker' and s.status = 'inactive' and s.valid_to is null;

insert into rejected
select s.line, 'TGL NONAKTIF', 'out_of_order', 'Membership ends before it starts.'
from staging as s
where s.relation = 'worker' and s.valid_to <= s.valid_from;

insert into rejected
select s.line, 'KELAS RAWAT', 'out_of_range', 'The class of care is 1, 2 or 3.'
from staging as s
where s.care_class not between 1 and 3;

insert into rejected
select s.line, 'NIK', 'duplicate', 'The worker stands twice under this business with the same first day.'
from (
    -- By business: one may be known under several codes.
    select s.line, row_number() over (partition by b.business_id, s.nik, s.valid_from order by s.line) as n
    from staging as s
    inner join known_number as b on b.value = s.entity_code
    where s.relation = 'worker'
) as s
where s.n > 1;

insert into rejected
select s.line, 'NIK', 'duplicate', 'The family member stands twice under the same worker.'
from (
    select s.line, row_number() over (partition by b.business_id, s.worker_nik, s.nik order by s.line) as n
    from staging as s
    inner join known_number as b on b.value = s.entity_code
    where s.relation <> 'worker'
) as s
where s.n > 1;

insert into rejected
select s.line, 'KODE PERUSAHAAN', 'list_replaced', import.says_replaced(r.batch_id)
from this_import as i
cross join lateral import.member_lists_since(i.supplements) as r
inner join known_number as b on b.business_id = r.business_id
inner join staging as s on s.entity_code = b.value;

-- Last, because a worker who is refused takes the family along.
insert into rejected
select s.line, 'NIK PESERTA UTAMA', 'unknown_worker', 'The list of the business does not have the worker of this family member, or the worker''s row is refused.'
from staging as s
where s.relation <> 'worker'
    and not exists (
        select from staging as w
        where w.relation = 'worker' and w.entity_code = s.entity_code and w.nik = s.worker_nik
            and not exists (select from rejected as r where r.line = w.line)
    )
    -- A mended row may belong to a worker of the list that it was refused from.
    and not exists (
        select from this_import as i
        inner join known_number as b on b.value = s.entity_code
        inner join register.person as p on p.nik = s.worker_nik
        inner join register.enrolment as e on e.business_id = b.business_id and e.person_id = p.person_id
        inner join import.batch as l on l.batch_id = e.batch_id and i.supplements in (l.batch_id, l.supplements)
        inner join standing as t on t.batch_id = l.batch_id
    );
-- [warn]
select register.warn_niks();
select register.find_renamed();
select register.warn_renamed();
-- [prepare]
select import.find_member_lists_before();
select import.count_members_said_before();
-- [accept]
select register.note_persons();
select register.add_persons();

-- What was just added is unknown to the planner.
analyze register.person;

create temp table member on commit drop as
select
    b.business_id, p.person_id, w.person_id as worker_id, s.line, s.relation, s.wage, s.valid_from, s.valid_to, s.care_class
from staging as s
inner join known_number as b on b.value = s.entity_code
inner join register.person as p on p.nik = s.nik
left join register.person as w on w.nik = s.worker_nik and s.relation <> 'worker';
analyze member;

insert into register.enrolment (
    business_id, person_id, wage, valid_from, valid_to, listed_on, batch_id, line, office_id, dependants, extra_family,
    care_class)
select
    m.business_id, m.person_id, m.wage, m.valid_from, coalesce(m.valid_to, 'infinity'), i.as_of, i.batch_id, m.line,
    i.office_id, coalesce(f.dependants, 0), coalesce(f.extra_family, 0), m.care_class::smallint
from member as m
cross join this_import as i
left join (
    select
        business_id,
        worker_id,
        count(*) filter (where relation in ('spouse', 'child'))::smallint as dependants,
        count(*) filter (where relation = 'extra')::smallint as extra_family
    from member
    where relation <> 'worker'
    group by business_id, worker_id
) as f on f.business_id = m.business_id and f.worker_id = m.person_id
where m.relation = 'worker'
order by m.business_id, m.person_id;

insert into register.family_member (business_id, worker_id, person_id, listed_on, batch_id, line, office_id, relation)
select m.business_id, m.worker_id, m.person_id, i.as_of, i.batch_id, m.line, i.office_id, m.relation
from member as m
cross join this_import as i
where m.relation <> 'worker'
order by m.business_id, m.worker_id;

insert into register.employment_fact (business_id, person_id, as_of, batch_id, line, office_id, marital_status)
select distinct on (m.business_id, m.person_id)
    m.business_id, m.person_id, i.as_of, i.batch_id, m.line, i.office_id, s.marital_status
from this_import as i
cross join member as m
inner join staging as s using (line)
where m.relation = 'worker' and s.marital_status is not null
order by m.business_id, m.person_id, m.line desc;

analyze register.enrolment, register.employment_fact, register.family_member;
select brin_summarize_new_values('register.family_member_list');
-- [changes]
select import.compare_member_lists();
