-- An employer's own list of workers (daftar pekerja: payroll, HR export, JKN registration or mutation form): who worked
-- there in the month of the list, at which wage where the list has one, and their family.
-- The employer is the row's kode badan usaha or, where the list has none, the one the user names.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    nik bigint, family_card text, name text, birth_date date, sex text, relation text, marital_status text,
    wage bigint, family_allowance bigint, position_allowance bigint, entity_code text, staff_number text, employment_status text,
    hired_on date, left_on date, mutation text,
    business_id bigint, person_id bigint, worker_line integer, counts boolean
) on commit drop;
-- [check]
update staging as s
set
    -- Forms of workers alone have no column for it.
    relation = coalesce(s.relation, 'worker'),
    sex = coalesce(s.sex, case s.relation when 'husband' then 'M' when 'wife' then 'F' end),
    family_card = nullif(regexp_replace(s.family_card, '\D', '', 'g'), ''),
    wage = s.wage + coalesce(s.family_allowance, 0) + coalesce(s.position_allowance, 0),
    business_id = case when s.entity_code is null then i.business_id else (
        select b.business_id
        from register.business_identifier as b
        where b.office_id = i.office_id and b.kind = 'entity_code' and b.value = s.entity_code
    ) end
from this_import as i;

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

-- Who somebody is, is not guessed from the name.
insert into rejected
select s.line, coalesce(i.headings ->> 'nik', 'NIK'), 'no_nik', 'The row has no NIK; a worker is taken by the NIK alone.'
from staging as s
cross join this_import as i
where s.nik is null;

insert into rejected
select s.line, i.headings ->> 'nik', 'duplicate', 'The worker stands twice under the same business.'
from (
    select line, row_number() over (partition by business_id, nik order by line) as n
    from staging
    where relation = 'worker' and business_id is not null and nik is not null
) as s
cross join this_import as i
where s.n > 1;

-- A family member belongs to the worker with the same family card number (nomor KK), else to the worker above.
update staging as s
set worker_line = o.worker_line
from (
    select
        line,
        relation,
        case when family_card is null then max(case when relation = 'worker' then line end) over (order by line)
        else coalesce(
            max(case when relation = 'worker' then line end) over (partition by business_id, family_card order by line),
            min(case when relation = 'worker' then line end) over (partition by business_id, family_card)
        ) end as worker_line
    from staging
) as o
where o.line = s.line and o.relation <> 'worker';

-- Between the worker above and the row a refused row may have been another worker.
insert into rejected
select s.line, coalesce(i.headings ->> 'relation', 'NIK'), 'unknown_worker', 'The worker of this family member is not in the file, or the worker''s row is refused.'
from staging as s
cross join this_import as i
where s.relation <> 'worker'
    and (
        s.worker_line is null
        or exists (select from rejected as r where r.line = s.worker_line)
        or s.family_card is null and exists (
            select from rejected as r
            where r.line > s.worker_line and r.line < s.line and not exists (select from staging as t where t.line = r.line)
        )
    );

insert into rejected
select s.line, i.headings ->> 'nik', 'duplicate', 'The family member stands twice under the same worker.'
from (
    select line, row_number() over (partition by worker_line, nik order by line) as n
    from staging
    where relation <> 'worker' and worker_line is not null and nik is not null
) as s
cross join this_import as i
where s.n > 1;
-- [warn]
select register.warn_niks();

insert into warned
select s.line, i.headings ->> 'relation', 'relation_sex', 'A husband is a man and a wife a woman; the row says otherwise.'
from staging as s
cross join this_import as i
where (s.relation, s.sex) in (('husband', 'F'), ('wife', 'M'));

insert into warned
select s.line, coalesce(i.headings ->> 'wage', i.headings ->> 'nik'), 'no_wage', 'The worker''s wage is not known; what is due stays open.'
from staging as s
cross join this_import as i
where s.relation = 'worker' and s.wage is null and i.headings ? 'wage';

insert into warned
select s.line, i.headings ->> 'left_on', 'left_before', 'The worker left before the month of the list and does not count as a worker.'
from staging as s
cross join this_import as i
where s.relation = 'worker' and s.left_on < date_trunc('month', i.as_of);

insert into warned
select s.line, i.headings ->> 'mutation', 'leaving', 'The form reports that the worker leaves; the row does not count as a worker.'
from staging as s
cross join this_import as i
where s.relation = 'worker' and s.mutation ~* '(keluar|nonaktif|non aktif|berhenti|phk|meninggal|resign)';

insert into warned
select s.line, i.headings ->> 'employment_status', 'pensioner', 'Who receives a pension does not count as a worker.'
from staging as s
cross join this_import as i
where s.relation = 'worker' and s.employment_status = 'pensioner';
-- [prepare]
update staging as s
set counts = s.relation = 'worker'
    and not exists (select from warned as w where w.line = s.line and w.code in ('left_before', 'leaving', 'pensioner'));
-- [accept]
select register.add_persons();

analyze staging;

insert into register.roster (business_id, as_of, batch_id, office_id, source)
select distinct s.business_id, date_trunc('month', i.as_of)::date, i.batch_id, i.office_id, 'payroll'
from staging as s
cross join this_import as i
where s.counts
order by 1;

insert into register.roster_line (
    business_id, roster_id, person_id, wage, hired_on, batch_id, line, office_id, employment_status)
select s.business_id, r.roster_id, p.person_id, s.wage, s.hired_on, i.batch_id, s.line, i.office_id, s.employment_status
from staging as s
cross join this_import as i
inner join register.person as p on p.nik = s.nik
inner join register.roster as r on r.business_id = s.business_id and r.batch_id = i.batch_id
where s.counts
order by s.business_id, p.person_id;

insert into register.family_member (business_id, worker_id, person_id, listed_on, batch_id, line, office_id, relation)
select
    s.business_id, w.person_id, p.person_id, i.as_of, i.batch_id, s.line, i.office_id,
    case when s.relation in ('husband', 'wife') then 'spouse' else s.relation end
from staging as s
cross join this_import as i
inner join register.person as p on p.nik = s.nik
inner join staging as h on h.line = s.worker_line
inner join register.person as w on w.nik = h.nik
where s.relation <> 'worker'
order by s.business_id, w.person_id;

analyze register.person, register.roster, register.roster_line, register.family_member, import.batch;
select brin_summarize_new_values('register.roster_line_list');
