-- SIPP wage file of BPJS Ketenagakerjaan (upah massal): who worked where in a month, at which wage.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    nik bigint, name text, birth_date date, sex text, wage bigint, month date, npp text,
    kpj text, tk_code text, jkn_card text
) on commit drop;
-- [check]
insert into rejected
select s.line, 'NPP', 'unknown_business', 'No business has this BPJS Ketenagakerjaan number; import the WLKP or JKN employer list first.'
from staging as s
cross join this_import as i
where not exists (
    select from register.identifier as b
    where b.office_id = i.office_id and b.kind = 'npp' and b.value = s.npp
);

insert into rejected
select d.line, 'NIK', 'duplicate', 'The worker stands twice under the same business and month.'
from (
    -- By business: one may have several NPP. Only what repeats is numbered: most files have nothing.
    with named as (
        select s.line, b.business_id, s.month, s.nik
        from staging as s
        cross join this_import as i
        inner join register.identifier as b
            on b.office_id = i.office_id and b.kind = 'npp' and b.value = s.npp
    ),

    repeated as (
        select business_id, month, nik from named group by business_id, month, nik having count(*) > 1
    )

    select n.line, row_number() over (partition by n.business_id, n.month, n.nik order by n.line) as n
    from named as n
    inner join repeated as r using (business_id, month, nik)
) as d
where d.n > 1;
-- [warn]
select register.warn_niks();
-- [accept]
select register.add_persons();

insert into register.roster (business_id, as_of, batch_id, office_id, source)
select distinct b.business_id, s.month, i.batch_id, i.office_id, 'bpjstk'
from staging as s
cross join this_import as i
inner join register.identifier as b on b.office_id = i.office_id and b.kind = 'npp' and b.value = s.npp
order by 1, 2;

insert into register.roster_line (business_id, roster_id, person_id, wage, batch_id, line, office_id)
select b.business_id, r.roster_id, p.person_id, s.wage, i.batch_id, s.line, i.office_id
from staging as s
cross join this_import as i
inner join register.identifier as b on b.office_id = i.office_id and b.kind = 'npp' and b.value = s.npp
inner join register.person as p on p.nik = s.nik
inner join register.roster as r
    on r.business_id = b.business_id and r.source = 'bpjstk' and r.as_of = s.month and r.batch_id = i.batch_id
order by b.business_id, p.person_id;

-- Read over all rows once more only where the file has such numbers.
select register.add_person_numbers() from this_import as i where i.headings ?| array['kpj', 'tk_code'];

analyze register.person, register.person_number, register.roster, register.roster_line, import.batch;
-- [changes]
select import.compare_rosters();
