-- Monthly bills by business (tagihan iuran). A bill that says what is known is unchanged; a different one replaces it.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    entity_code text, month date, members bigint, amount bigint, due_on date,
    known_in integer, business_id bigint
) on commit drop;
-- [check]
select import.find_businesses('entity_code');

insert into rejected
select s.line, 'Kode Badan Usaha', 'unknown_business', 'No business has this kode badan usaha; import the JKN employer list first.'
from staging as s
where not exists (select from known_number as b where b.value = s.entity_code);

insert into rejected
select s.line, 'Bulan', 'duplicate', 'The business has two bills for the same month in the file.'
from (
    -- By business: one may be known under several codes.
    select s.line, row_number() over (partition by b.business_id, s.month order by s.line) as n
    from staging as s
    inner join known_number as b on b.value = s.entity_code
) as s
where s.n > 1;

insert into rejected
select s.line, 'Jumlah Peserta', 'out_of_range', 'The number of participants must be between 0 and 10,000,000.'
from staging as s
where s.members not between 0 and 10000000;
-- [prepare]
update staging as s
set business_id = b.business_id
from known_number as b
where b.value = s.entity_code;

update staging as s
set unchanged = true, known_in = k.batch_id
from (
    select distinct on (b.business_id, b.month) b.*
    from register.bill as b
    inner join standing using (batch_id)
    where b.business_id in (select business_id from staging)
    order by b.business_id, b.month, b.batch_id desc
) as k
where (k.business_id, k.month, k.amount, k.members::bigint, k.due_on)
    = (s.business_id, s.month, s.amount, s.members, s.due_on);

insert into reliance
select s.known_in, count(*) from staging as s where s.unchanged group by s.known_in;
-- [accept]
insert into register.bill (business_id, amount, month, due_on, members, batch_id, line, office_id)
select s.business_id, s.amount, s.month, s.due_on, s.members, i.batch_id, s.line, i.office_id
from staging as s
cross join this_import as i
where not s.unchanged
order by s.business_id, s.month;

analyze register.bill;
-- [changes]
select import.compare_bills();
