-- Examiners and labour inspectors. The file names the office of each; a later file updates them.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    office_code text, staff_number text, name text, role text, position text, monthly_capacity bigint
) on commit drop;
-- [check]
insert into rejected
select s.line, 'Kode Kantor', 'unknown_office', 'No office has this code; import the offices first.'
from staging as s
where not exists (select from register.office as o where o.code = s.office_code);

insert into rejected
select s.line, 'Nomor Pegawai', 'duplicate', 'The officer stands in the file twice.'
from (select line, row_number() over (partition by office_code, staff_number order by line) as n from staging) as s
where s.n > 1;

insert into rejected
select s.line, 'Kapasitas per Bulan', 'out_of_range', 'Monthly capacity must be between 0 and 100.'
from staging as s
where s.monthly_capacity not between 0 and 100;
-- [prepare]
update staging as s
set unchanged = true
from register.officer as f
inner join register.office as o on o.office_id = f.office_id
where o.code = s.office_code
    and f.staff_number = s.staff_number
    and (f.name, f.role, f.position, f.monthly_capacity::bigint)
        is not distinct from (s.name, s.role, s.position, s.monthly_capacity);

insert into changed
select 'officers_changed', count(*), null
from staging as s
inner join register.office as o on o.code = s.office_code
inner join register.officer as f on (f.office_id, f.staff_number) = (o.office_id, s.staff_number)
where not s.unchanged
having count(*) > 0;
-- [accept]
insert into register.officer (office_id, staff_number, name, role, position, monthly_capacity)
select o.office_id, s.staff_number, s.name, s.role, s.position, s.monthly_capacity::smallint
from staging as s
inner join register.office as o on o.code = s.office_code
where not s.unchanged
order by s.line
on conflict (office_id, staff_number) do update
set name = excluded.name, role = excluded.role, position = excluded.position,
    monthly_capacity = excluded.monthly_capacity;
