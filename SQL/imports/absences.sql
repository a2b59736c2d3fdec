-- Days on which officers cannot inspect.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    staff_number text, first_day date, last_day date, reason text,
    known_in integer, officer_id integer, office_id smallint
) on commit drop;
-- [check]
insert into rejected
select s.line, 'Selesai', 'out_of_order', 'The last day is before the first day.'
from staging as s
where s.last_day < s.first_day;

insert into rejected
select s.line, 'Nomor Pegawai', 'unknown_officer', 'No officer of this office or its partner has this number; import the officers first.'
from staging as s
where not exists (
    select from register.officer as f
    cross join this_import as i
    inner join register.office as o on o.office_id = i.office_id
    left join register.office as p on p.code = o.partner_code
    where f.staff_number = s.staff_number and f.office_id in (o.office_id, p.office_id)
);

insert into rejected
select distinct s.line, 'Mulai', 'overlap', 'The days overlap another absence of the same officer in the file.'
from staging as s
inner join staging as t on t.staff_number = s.staff_number and t.line < s.line
where s.first_day <= t.last_day and t.first_day <= s.last_day and s.first_day <= s.last_day and t.first_day <= t.last_day;
-- [prepare]
update staging as s
set officer_id = f.officer_id, office_id = f.office_id
from register.officer as f
cross join this_import as i
inner join register.office as o on o.office_id = i.office_id
left join register.office as p on p.code = o.partner_code
where f.staff_number = s.staff_number and f.office_id in (o.office_id, p.office_id);

-- Days that are recorded already need no second row.
update staging as s
set unchanged = true, known_in = a.batch_id
from inspection.absence as a
inner join standing using (batch_id)
where a.officer_id = s.officer_id and a.period @> daterange(s.first_day, s.last_day, '[]');

insert into reliance
select s.known_in, count(*) from staging as s where s.unchanged group by s.known_in;
-- [accept]
insert into inspection.absence (officer_id, batch_id, office_id, period, reason)
select s.officer_id, i.batch_id, s.office_id, daterange(s.first_day, s.last_day, '[]'), s.reason
from staging as s
cross join this_import as i
where not s.unchanged;
