-- An employer's own list of workers (daftar pekerja: payroll, HR export, JKN registration or mutation form): who worked
-- there in the month of the list, at which wage where the list has one, what else it says of them, and their family.
-- The employer is the row's kode badan usaha or, where the list has none, the one the user names.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    nik bigint, family_card text, name text, birth_date date, sex text, sex_code text, relation text, marital_status text,
    wage bigint, family_allowance bigint, position_allowance bigint, basic_wage bigint, fixed_allowance bigint,
    entity_code text, staff_number text, employment_status text, activity text,
    wage_month date, month_of_year text, wage_year bigint,
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
    sex = case
        -- Pria and Wanita, not Laki-laki and Perempuan.
        when upper(s.sex_code) = 'P' and w.is_spoken then 'M'
        else coalesce(s.sex, case s.relation when 'husband' then 'M' when 'wife' then 'F' end)
    end,
    employment_status = case
        when 'left' in (s.employment_status, s.activity) then 'left'
        else coalesce(nullif(s.employment_status, 'active'), nullif(s.activity, 'active'))
    end,
    -- A wage holds the fixed allowances; a basic wage (gaji pokok) does not.
    wage = coalesce(
        s.wage + coalesce(s.family_allowance, 0) + coalesce(s.position_allowance, 0),
        s.basic_wage + coalesce(s.fixed_allowance, 0)),
    -- Who joins or leaves a worker's family changes the worker alone.
    mutation = case
        when coalesce(s.relation, 'worker') = 'worker' and s.mutation in ('new', 'left')
            and s.mutation_reason ~* '(anggota|kartu|data|susunan) keluarga|tanggungan|(tambah\w*|penambahan|pengurangan) (anak|bayi|istri|suami)'
        then 'changed'
        else coalesce(s.mutation, i.constants ->> 'mutation')
    end,
    -- Where other rows name their employer, one that does not may be anybody's.
    business_id = case when s.entity_code is null and not e.are_named then i.business_id end
from this_import as i
cross join (
    select coalesce(bool_or(upper(sex_code) = 'W'), false) and not coalesce(bool_or(upper(sex_code) = 'L'), false) as is_spoken
    from staging
) as w
cross join (select exists (select from staging where entity_code is not null) as are_named) as e;

select import.find_businesses('entity_code');

update staging as s
set business_id = b.business_id
from known_number as b
where b.value = s.entity_code;

-- A form that reports a departure without its day reports it as of its own date.
update staging as s
set left_on = coalesce(s.left_on, s.effective_on, i.as_of)
from this_import as i
where s.mutation = 'left';

select register.find_workers_by_number();

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
    case
        when s.entity_code is null and i.business_id is not null
            then 'The row does not name its employer, and other rows do; write the code into each row.'
        when s.entity_code is null then 'The row does not name its employer; name it with --employer.'
        else 'No business has this kode badan usaha; import the JKN employer list first.'
    end
from staging as s
cross join this_import as i
where s.business_id is null;

insert into rejected
select
    s.line, coalesce(i.headings ->> 'wage_month', i.headings ->> 'month_of_year'), 'other_month',
    'The row is of another month than the file; import the rows of each month by themselves (--as-of).'
from staging as s
cross join this_import as i
where coalesce(s.wage_month <> date_trunc('month', i.as_of), false)
    or s.wage_month is null
    and (
        s.month_of_year::integer <> extract(month from i.as_of)
        or s.month_of_year is not null and s.wage_year > 2000 and s.wage_year <> extract(year from i.as_of)
    );

insert into rejected
select
    s.line, coalesce(i.headings ->> 'left_on', i.headings ->> 'effective_on', i.headings ->> 'hired_on'), 'left_before_hired',
    'The work ends before it begins.'
from staging as s
cross join this_import as i
where s.left_on < s.hired_on;

-- A child in a list of workers is family of one of them: below 13 not even light work is allowed (UU 13/2003 Ps. 69).
insert into rejected
select
    s.line, i.headings ->> case when s.birth_date is null then 'nik' else 'birth_date' end, 'child',
    'By the birth date, or the year in the NIK, the worker is younger than 13; family members need a column for their relation (Hubungan Keluarga).'
from staging as s
cross join this_import as i
where s.relation = 'worker'
    and coalesce(s.birth_date, make_date(2000 + (register.nik_day_month_year(s.nik) % 100)::integer, 1, 1))
        > i.as_of - interval '13 years'
    -- Of two digits those of years to come are of the last century.
    and (s.birth_date is not null or 2000 + register.nik_day_month_year(s.nik) % 100 <= date_part('year', i.as_of));

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

insert into rejected
select s.line, coalesce(i.headings ->> 'nik', i.headings ->> 'name'), 'list_replaced', import.says_replaced(r.batch_id)
from this_import as i
cross join lateral import.rosters_since(i.supplements, coalesce(i.constants ->> 'source', 'payroll')) as r
inner join staging as s on s.business_id = r.business_id
where not i.partial and r.month = date_trunc('month', i.as_of);

select register.find_workers_of_families();
-- [warn]
select register.warn_niks();
select register.find_renamed();
select register.warn_renamed();

insert into warned
select
    s.line, coalesce(i.headings ->> 'nik', i.headings ->> 'kpj', i.headings ->> 'tk_code', 'NIK'), 'no_nik',
    'Without NIK nobody knows who the worker is. Decide with patuh worker match list, once somebody with a NIK and such a name is known.'
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
select
    s.line, coalesce(i.headings ->> 'activity', i.headings ->> 'employment_status'), 'left_no_day',
    'The list says that the worker has left, and not when; the row does not count as a worker.'
from staging as s
cross join this_import as i
where s.relation = 'worker' and s.employment_status = 'left' and s.left_on is null;

insert into warned
select s.line, i.headings ->> 'employment_status', 'trainee', 'Whom the list calls a trainee (magang) does not count as a worker on it.'
from staging as s
cross join this_import as i
where s.relation = 'worker' and s.employment_status = 'trainee';

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
set
    counts = s.relation = 'worker' and coalesce(s.employment_status not in ('pensioner', 'partner', 'trainee'), true)
        and (s.employment_status is distinct from 'left' or s.left_on is not null),
    employment_status = nullif(s.employment_status, 'left');

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
    register.family_member;
select brin_summarize_new_values('register.roster_line_list');
select brin_summarize_new_values('register.family_member_list');
-- [changes]
select import.compare_rosters();
