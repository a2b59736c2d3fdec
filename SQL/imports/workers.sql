-- An employer's own list of workers (daftar pekerja: payroll, HR export, JKN registration or mutation form): who worked
-- there in the month of the list, at which wage where the list has one, what else it says of them, and their family.
-- The employer is the row's kode badan usaha or, where the list has none, the one the user names.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    nik bigint, family_card text, name text, birth_date date, sex text, relation text, marital_status text,
    wage bigint, family_allowance bigint, position_allowance bigint, basic_wage bigint, fixed_allowance bigint,
    entity_code text, staff_number text, employment_status text,
    hired_on date, left_on date, contract_until date, mutation text, mutation_reason text, effective_on date, reported_on date,
    departure_proof text,
    deducted bigint, employer_paid bigint, net_pay bigint, segment text, nationality text, passport text, insurer text,
    insurance_number text, position text, work_place text, npwp text, phone text, kpj text, tk_code text, jkn_card text,
    worker_nik bigint,
    business_id bigint, person_id bigint, worker_line integer, worker_id bigint, counts boolean
) on commit drop;
-- [check]
update staging as s
set
    -- Forms of workers alone have no column for it.
    relation = coalesce(s.relation, 'worker'),
    sex = coalesce(s.sex, case s.relation when 'husband' then 'M' when 'wife' then 'F' end),
    family_card = nullif(regexp_replace(s.family_card, '\D', '', 'g'), ''),
    -- A wage holds the fixed allowances; a basic wage (gaji pokok) does not.
    wage = coalesce(
        s.wage + coalesce(s.family_allowance, 0) + coalesce(s.position_allowance, 0),
        s.basic_wage + coalesce(s.fixed_allowance, 0)),
    mutation = coalesce(s.mutation, i.constants ->> 'mutation'),
    business_id = case when s.entity_code is null then i.business_id end
from this_import as i;

update staging as s
set business_id = b.business_id
from this_import as i
inner join register.identifier as b on b.office_id = i.office_id and b.kind = 'entity_code'
where b.value = s.entity_code;

-- A form that reports a departure without its day reports it as of its own date.
update staging as s
set left_on = coalesce(s.left_on, s.effective_on, i.as_of)
from this_import as i
where s.mutation = 'left';

-- Forms without NIK name a worker of the employer by another number. Somebody with a NIK goes before somebody without one,
-- who may be the same person, known by an earlier form alone.
create temp table numbered on commit drop as
select
    f.line,
    count(distinct f.person_id) filter (where f.fits) as fitting,
    case count(distinct f.person_id) filter (where f.fits and f.nik is not null)
        when 1 then min(f.person_id) filter (where f.fits and f.nik is not null)
        when 0 then case count(distinct f.person_id) filter (where f.fits) when 1 then min(f.person_id) filter (where f.fits) end
    end as person_id
from (
    select
        s.line, p.person_id, p.nik,
        p.birth_date = s.birth_date or p.birth_date is null or s.birth_date is null as fits
    from staging as s
    inner join register.roster_line as l
        on l.business_id = s.business_id and (l.kpj = s.kpj::bigint or l.tk_code = s.tk_code)
    inner join standing as t on t.batch_id = l.batch_id
    inner join register.person as p on p.person_id = l.person_id
    where s.nik is null and s.relation = 'worker' and coalesce(s.kpj, s.tk_code) is not null
) as f
group by f.line;

update staging as s
set nik = p.nik, person_id = p.person_id
from numbered as n
inner join register.person as p using (person_id)
where n.line = s.line;

insert into rejected
select
    s.line, coalesce(i.headings ->> 'kpj', i.headings ->> 'tk_code'), 'other_worker',
    case n.fitting
        when 0 then 'The employer has this number for somebody with another birth date; correct the number or the birth date.'
        else 'Several workers of the employer are known by this number; name the one that is meant by NIK.'
    end
from staging as s
cross join this_import as i
inner join numbered as n using (line)
where n.person_id is null;

-- That somebody comes, goes or changes says that they work there: a name and a birth date are enough to keep it, as in any
-- list without NIK. A number alone says nothing of who it is.
insert into rejected
select
    s.line, coalesce(i.headings ->> 'kpj', i.headings ->> 'tk_code'), 'unknown_number',
    'No worker of this employer is known by this number, and without name and birth date nobody can tell who it is; '
        || 'import a list with this number first, then this row.'
from staging as s
cross join this_import as i
where s.nik is null and s.relation = 'worker' and coalesce(s.kpj, s.tk_code) is not null
    and not exists (select from numbered as n where n.line = s.line)
    and (s.name is null or s.birth_date is null);

-- Somebody of that name and birth date is on the employer's lists already.
update staging as s
set person_id = p.person_id
from register.person as p
where s.nik is null and s.person_id is null and s.relation = 'worker' and p.nik is null
    and (p.business_id, p.birth_date, upper(p.name)) = (s.business_id, s.birth_date, upper(s.name))
    and not exists (select from rejected as r where r.line = s.line);

insert into rejected
select
    s.line, coalesce(i.headings ->> 'entity_code', 'Kode Badan Usaha'), 'unknown_business',
    case when s.entity_code is null
        then 'The row does not name its employer; name it with --employer.'
        else 'No business has this kode badan usaha; import the JKN employer list first.'
    end
from staging as s
cross join this_import as i
where s.business_id is null;

insert into rejected
select
    s.line, coalesce(i.headings ->> 'left_on', i.headings ->> 'effective_on', i.headings ->> 'hired_on'), 'left_before_hired',
    'The work ends before it begins.'
from staging as s
cross join this_import as i
where s.left_on < s.hired_on;

-- Without NIK a worker is somebody of that name and birth date; who that is, people decide.
insert into rejected
select s.line, coalesce(i.headings ->> 'nik', 'NIK'), 'no_nik', case s.relation
    when 'worker' then 'The row has no NIK, and no birth date to tell people of one name apart.'
    else 'A family member is taken by the NIK alone.'
end
from staging as s
cross join this_import as i
where s.nik is null
    and (
        s.relation <> 'worker'
        or s.person_id is null and coalesce(s.kpj, s.tk_code) is null and s.birth_date is null
    );

insert into rejected
select s.line, coalesce(i.headings ->> 'nik', i.headings ->> 'kpj', i.headings ->> 'tk_code'), 'duplicate', 'The worker stands twice under the same business.'
from (
    select line, row_number() over (
        partition by
            business_id, nik, case when nik is null then person_id end,
            case when coalesce(nik, person_id) is null then birth_date end,
            case when coalesce(nik, person_id) is null then upper(name) end
        order by line
    ) as n
    from staging
    where relation = 'worker' and business_id is not null and (coalesce(nik, person_id) is not null or birth_date is not null)
) as s
cross join this_import as i
where s.n > 1;

-- A KPJ is one person's.
insert into rejected
select s.line, i.headings ->> 'kpj', 'duplicate', 'The number stands twice under the same business.'
from (
    select line, row_number() over (partition by business_id, kpj order by line) as n
    from staging as s
    where relation = 'worker' and nik is null and person_id is null and kpj is not null
        and not exists (select from rejected as r where r.line = s.line)
) as s
cross join this_import as i
where s.n > 1;

-- A family member belongs to the worker whose NIK the row has, else to the one with the same family card number (nomor
-- KK), else to the worker above. In rows that were refused and come back the worker above may be another one.
update staging as s
set worker_line = o.worker_line
from (
    select
        t.line,
        t.relation,
        case
            when t.worker_nik is not null then
                max(case when t.relation = 'worker' then t.line end)
                    over (partition by t.business_id, coalesce(t.worker_nik, t.nik))
            when t.family_card is not null then coalesce(
                max(case when t.relation = 'worker' then t.line end)
                    over (partition by t.business_id, t.family_card order by t.line),
                min(case when t.relation = 'worker' then t.line end) over (partition by t.business_id, t.family_card))
            when not i.mended then max(case when t.relation = 'worker' then t.line end) over (order by t.line)
        end as worker_line
    from staging as t
    cross join this_import as i
) as o
where o.line = s.line and o.relation <> 'worker';

-- Or to a worker of another list: the one that the rows were refused from, or any where the row has the worker's NIK.
update staging as s
set worker_id = f.worker_id
from (
    select s.line, min(e.person_id) as worker_id
    from staging as s
    cross join this_import as i
    inner join register.employment_fact as e on e.business_id = s.business_id and e.family_card = s.family_card
    inner join import.batch as b on b.batch_id = e.batch_id and i.supplements in (b.batch_id, b.supplements)
    inner join standing as t on t.batch_id = b.batch_id
    where s.relation <> 'worker' and s.worker_nik is null and s.worker_line is null
    group by s.line
    having count(distinct e.person_id) = 1
    union all
    select s.line, p.person_id
    from staging as s
    inner join register.person as p on p.nik = s.worker_nik
    where s.relation <> 'worker' and s.worker_line is null
        and (
            exists (
                select from register.roster_line as l
                inner join standing as t on t.batch_id = l.batch_id
                where l.business_id = s.business_id and l.person_id = p.person_id
            )
            or exists (
                select from register.enrolment as e
                inner join standing as t on t.batch_id = e.batch_id
                where e.business_id = s.business_id and e.person_id = p.person_id
            )
        )
) as f
where f.line = s.line;

-- Between the worker above and the row a refused row may have been another worker.
insert into rejected
select
    s.line, coalesce(i.headings ->> 'relation', 'NIK'), 'unknown_worker',
    case when i.mended and s.family_card is null and s.worker_nik is null
        then 'A row that comes back needs the family card number, which tells whose family it is.'
        else 'The worker of this family member is not in the file, or the worker''s row is refused.'
    end
from staging as s
cross join this_import as i
where s.relation <> 'worker'
    and (
        s.worker_line is null and s.worker_id is null
        or exists (select from rejected as r where r.line = s.worker_line)
        or s.family_card is null and s.worker_nik is null and exists (
            select from rejected as r
            where r.line > s.worker_line and r.line < s.line and not exists (select from staging as t where t.line = r.line)
        )
    );

insert into rejected
select s.line, i.headings ->> 'nik', 'duplicate', 'The family member stands twice under the same worker.'
from (
    select line, row_number() over (partition by worker_line, worker_id, nik order by line) as n
    from staging
    where relation <> 'worker' and coalesce(worker_line, worker_id) is not null and nik is not null
) as s
cross join this_import as i
where s.n > 1;
-- [warn]
select register.warn_niks();
select register.find_renamed();
select register.warn_renamed();

insert into warned
select
    s.line, coalesce(i.headings ->> 'nik', i.headings ->> 'kpj', i.headings ->> 'tk_code', 'NIK'), 'no_nik',
    'Without NIK nobody knows who the worker is; decide with: patuh worker match list.'
from staging as s
cross join this_import as i
where s.nik is null;

insert into warned
select s.line, i.headings ->> 'relation', 'relation_sex', 'A husband is a man and a wife a woman; the row says otherwise.'
from staging as s
cross join this_import as i
where (s.relation, s.sex) in (('husband', 'F'), ('wife', 'M'));

insert into warned
select s.line, coalesce(i.headings ->> 'wage', i.headings ->> 'basic_wage'), 'no_wage', 'The worker''s wage is not known; what is due stays open.'
from staging as s
cross join this_import as i
where s.relation = 'worker' and s.wage is null and i.headings ?| array['wage', 'basic_wage'] and s.mutation is distinct from 'left';

insert into warned
select s.line, i.headings ->> 'hired_on', 'starts_later', 'The worker starts after the date of the list; check the year.'
from staging as s
cross join this_import as i
where s.relation = 'worker' and s.hired_on > i.as_of;

insert into warned
select s.line, i.headings ->> 'left_on', 'left_before', 'The worker left before the month of the list and does not count as a worker.'
from staging as s
cross join this_import as i
where s.relation = 'worker' and s.left_on < date_trunc('month', i.as_of) and s.mutation is distinct from 'left';

insert into warned
select
    s.line, coalesce(i.headings ->> 'mutation', i.headings ->> 'effective_on'), 'leaving',
    'The form reports that the worker leaves; from that day on the row does not count as a worker.'
from staging as s
cross join this_import as i
where s.relation = 'worker' and s.mutation = 'left';

insert into warned
select s.line, i.headings ->> 'employment_status', 'pensioner', 'Who receives a pension does not count as a worker.'
from staging as s
cross join this_import as i
where s.relation = 'worker' and s.employment_status = 'pensioner';

insert into warned
select s.line, i.headings ->> 'employment_status', 'partner', 'Whom the list calls a partner (mitra) does not count as a worker on it.'
from staging as s
cross join this_import as i
where s.relation = 'worker' and s.employment_status = 'partner';
-- [prepare]
update staging as s
set counts = s.relation = 'worker' and coalesce(s.employment_status not in ('pensioner', 'partner'), true);

create temp table listed on commit drop as
select distinct s.business_id, date_trunc('month', i.as_of)::date as month, not i.partial as complete
from staging as s
cross join this_import as i
where s.counts;
analyze listed;

select import.find_lists_before(coalesce(i.constants ->> 'source', 'payroll')) from this_import as i;
select import.count_workers_said_before();
-- [accept]
select register.note_persons();
select register.add_persons();
select register.add_unknown_persons();

update staging as s
set person_id = p.person_id
from register.person as p
where p.nik = s.nik;

update staging as s
set person_id = p.person_id
from register.person as p
where s.nik is null and s.person_id is null and p.nik is null
    and (p.business_id, p.birth_date, upper(p.name)) = (s.business_id, s.birth_date, upper(s.name));

analyze staging;

insert into register.roster (business_id, as_of, batch_id, office_id, source, complete)
select l.business_id, l.month, i.batch_id, i.office_id, coalesce(i.constants ->> 'source', 'payroll'), l.complete
from listed as l
cross join this_import as i
order by l.business_id;

insert into register.roster_line (
    business_id, roster_id, person_id, wage, hired_on, left_on, batch_id, line, office_id, employment_status, kpj, tk_code)
select
    s.business_id, r.roster_id, s.person_id, s.wage, s.hired_on, s.left_on, i.batch_id, s.line, i.office_id,
    s.employment_status, s.kpj::bigint, s.tk_code
from staging as s
cross join this_import as i
inner join register.roster as r on r.business_id = s.business_id and r.batch_id = i.batch_id
where s.counts
order by s.business_id, s.person_id;

insert into register.employment_fact (
    business_id, person_id, as_of, deducted, employer_paid, net_pay, contract_until, effective_on, reported_on, batch_id,
    line, office_id, mutation, mutation_reason, marital_status, segment, nationality, passport, insurer, insurance_number,
    family_card, jkn_card, staff_number, position, work_place, npwp, phone, stated_status, departure_proof)
select
    s.business_id, s.person_id, i.as_of, s.deducted, s.employer_paid, s.net_pay, s.contract_until, s.effective_on,
    s.reported_on, i.batch_id, s.line, i.office_id, s.mutation, s.mutation_reason, s.marital_status, s.segment,
    s.nationality, s.passport, s.insurer, s.insurance_number, s.family_card, s.jkn_card, s.staff_number, s.position, s.work_place,
    s.npwp, s.phone, case s.employment_status when 'partner' then 'partner' end, s.departure_proof
from staging as s
cross join this_import as i
where s.relation = 'worker'
    and num_nonnulls(
        s.deducted, s.employer_paid, s.net_pay, s.contract_until, s.effective_on, s.reported_on, s.mutation,
        s.mutation_reason, s.marital_status, s.segment, s.nationality, s.passport, s.insurer, s.insurance_number,
        s.family_card, s.jkn_card, s.staff_number, s.position, s.work_place, s.npwp, s.phone,
        case s.employment_status when 'partner' then 'partner' end, s.departure_proof) > 0
order by s.business_id, s.person_id;

insert into register.family_member (
    business_id, worker_id, person_id, listed_on, left_on, batch_id, line, office_id, relation)
select
    s.business_id, coalesce(h.person_id, s.worker_id), s.person_id, i.as_of, s.left_on, i.batch_id, s.line, i.office_id,
    case when s.relation in ('husband', 'wife') then 'spouse' else s.relation end
from staging as s
cross join this_import as i
left join staging as h on h.line = s.worker_line
where s.relation <> 'worker'
order by s.business_id, coalesce(h.person_id, s.worker_id);

analyze register.person, register.roster, register.roster_line, register.employment_fact,
    register.family_member, import.batch;
select brin_summarize_new_values('register.roster_line_list');
select brin_summarize_new_values('register.family_member_list');
-- [changes]
select import.compare_rosters();
