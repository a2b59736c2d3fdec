-- SIPP wage file of BPJS Ketenagakerjaan (upah massal): who worked where in a month, at which wage.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    nik bigint, name text, birth_date date, sex text, wage bigint, month date, npp text, kpj text, tk_code text
) on commit drop;
-- [check]
-- From here to the end nobody else adds persons, so that each row's person is looked up once.
select register.lock_persons();
select import.find_businesses('npp');

-- The list of each business and month; one business may have several NPP.
create temp table list on commit drop as
with named as (
    select d.npp, d.month, b.business_id
    from (select distinct npp, month from staging) as d
    left join known_number as b on b.value = d.npp
),

numbered as (
    select d.business_id, d.month, nextval('register.roster_roster_id_seq') as roster_id
    from (select distinct business_id, month from named where business_id is not null) as d
)

select n.npp, n.month, n.business_id, r.roster_id
from named as n
left join numbered as r using (business_id, month);
analyze list;

-- Each row with its list and, where known already, its person.
create temp table named on commit drop as
select s.line, s.nik, s.wage, s.kpj::bigint as kpj, s.tk_code, l.business_id, l.roster_id, p.person_id,
    p.person_id is not null and register.says_otherwise(s.name, s.birth_date, null, p.name, p.birth_date, null) as renamed
from staging as s
left join list as l using (npp, month)
left join register.person as p on p.nik = s.nik;
analyze named (line, nik, business_id, roster_id, person_id);

insert into rejected
select line, 'NPP', 'unknown_business', 'No business has this BPJS Ketenagakerjaan number (NPP); import a list that has it first: the WLKP, the JKN employers, or employers with their NPP (patuh import businesses).'
from named
where business_id is null;

insert into rejected
select d.line, 'NIK', 'duplicate', 'The worker stands twice under the same business and month.'
from (
    select line, row_number() over (partition by roster_id, nik order by line) as n
    from named
    where roster_id is not null
) as d
where d.n > 1
    -- Most files repeat nobody, and to count one hash a row shows it in a quarter of the time.
    and (
        select count(*) > count(distinct hashint8extended(nik, roster_id)) from named where roster_id is not null
    );

insert into rejected
select n.line, 'NPP', 'list_replaced', import.says_replaced(r.batch_id)
from this_import as i
cross join lateral import.rosters_since(i.supplements, 'bpjstk') as r
inner join list as l on (l.business_id, l.month) = (r.business_id, r.month)
inner join named as n on n.roster_id = l.roster_id;

delete from named as n using rejected as r where r.line = n.line;

create temp table renamed on commit drop as
select n.line, n.person_id from named as n where n.renamed
union
select n.line, n.person_id
from named as n
-- Of most of whom others have spoken they have told the sex alone, which a wage file leaves open.
inner join (
    select distinct r.person_id
    from register.person_record as r
    inner join register.person as p using (person_id)
    where register.says_otherwise(r.name, r.birth_date, null, p.name, p.birth_date, null)
) as r using (person_id);
-- [warn]
select register.warn_niks();
select register.warn_renamed();
-- [prepare]
-- A list all of whose rows were refused is none.
create temp table listed on commit drop as
select distinct l.roster_id, l.business_id, l.month, true as complete
from list as l
where l.roster_id is not null
    and (
        not exists (select from rejected)
        or exists (select from named as n where n.roster_id = l.roster_id)
    );
analyze listed;

select import.find_lists_before('bpjstk');
select import.count_wages_said_before();
-- [accept]
select register.note_persons();

insert into register.person (nik, birth_date, batch_id, name)
select distinct on (s.nik) s.nik, s.birth_date, i.batch_id, s.name
from named as n
inner join staging as s using (line)
cross join this_import as i
where n.person_id is null
order by s.nik, s.line;

create temp table newcomer on commit drop as
select nik, person_id from register.person where batch_id = (select batch_id from this_import);
analyze newcomer;

insert into register.roster (roster_id, business_id, as_of, batch_id, office_id, source)
overriding system value
select l.roster_id, l.business_id, l.month, i.batch_id, i.office_id, 'bpjstk'
from listed as l
cross join this_import as i
order by l.roster_id;

-- What was just added is unknown to the planner.
analyze register.roster;

-- Rows lie by employer in the file, or nearly so, and stay in its order.
insert into register.roster_line (business_id, roster_id, person_id, wage, batch_id, line, office_id, kpj, tk_code)
select
    n.business_id, n.roster_id, coalesce(n.person_id, p.person_id), n.wage, i.batch_id, n.line, i.office_id, n.kpj, n.tk_code
from named as n
cross join this_import as i
left join newcomer as p using (nik);

analyze register.roster_line;
select brin_summarize_new_values('register.roster_line_list');
-- [changes]
select import.compare_rosters();
