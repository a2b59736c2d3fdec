-- SIPP wage file of BPJS Ketenagakerjaan (upah massal): who worked where in a month, at which wage.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    nik bigint, name text, birth_date date, sex text, wage bigint, month date, npp text,
    kpj text, tk_code text, jkn_card text
) on commit drop;
-- [check]
-- From here to the end nobody else adds persons, so that each row's person is looked up once.
select register.lock_persons();

-- Each row with its business and, where known already, its person.
create temp table named on commit drop as
select s.line, s.nik, s.name, s.birth_date, s.month, s.wage, b.business_id, p.person_id
from staging as s
cross join this_import as i
left join register.identifier as b on b.office_id = i.office_id and b.kind = 'npp' and b.value = s.npp
left join register.person as p on p.nik = s.nik;
analyze named (line, nik, month, business_id, person_id);

insert into rejected
select line, 'NPP', 'unknown_business', 'No business has this BPJS Ketenagakerjaan number; import the WLKP or JKN employer list first.'
from named
where business_id is null;

insert into rejected
select d.line, 'NIK', 'duplicate', 'The worker stands twice under the same business and month.'
from (
    -- By business: one may have several NPP.
    select line, row_number() over (partition by nik, month, business_id order by line) as n
    from named
    where business_id is not null
) as d
where d.n > 1
    -- Most files repeat nobody, and to count one hash a row shows it in a quarter of the time.
    and (
        select count(*) > count(distinct hashint8extended(nik, business_id # ((month - date '1900-01-01')::bigint << 40)))
        from named
        where business_id is not null
    );

delete from named as n using rejected as r where r.line = n.line;
-- [warn]
select register.warn_niks();
-- [accept]
insert into register.person (nik, birth_date, batch_id, name)
select distinct on (n.nik) n.nik, n.birth_date, i.batch_id, n.name
from named as n
cross join this_import as i
where n.person_id is null
order by n.nik, n.line;

insert into register.roster (business_id, as_of, batch_id, office_id, source)
select d.business_id, d.month, i.batch_id, i.office_id, 'bpjstk'
from (select distinct business_id, month from named) as d
cross join this_import as i
order by d.business_id, d.month;

-- What was just added is unknown to the planner.
analyze register.person, register.roster;

insert into register.roster_line (business_id, roster_id, person_id, wage, batch_id, line, office_id)
select n.business_id, r.roster_id, coalesce(n.person_id, p.person_id), n.wage, i.batch_id, n.line, i.office_id
from named as n
cross join this_import as i
inner join register.roster as r
    on r.business_id = n.business_id and r.source = 'bpjstk' and r.as_of = n.month and r.batch_id = i.batch_id
left join register.person as p
    on p.nik = n.nik and n.person_id is null and p.batch_id = (select batch_id from this_import)
order by r.roster_id;

-- Read over all rows once more only where the file has such numbers.
select register.add_person_numbers() from this_import as i where i.headings ?| array['kpj', 'tk_code'];

analyze register.person_number, register.roster_line, import.batch;
select brin_summarize_new_values('register.roster_line_list');
-- [changes]
select import.compare_rosters();
