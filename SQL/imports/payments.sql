-- Payments received (pembayaran iuran). The same reference, day, amount and business twice is one payment.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    paid_on date, entity_code text, amount bigint, bank text, reference text,
    business_id bigint
) on commit drop;
-- [check]
insert into rejected
select s.line, 'Kode Badan Usaha', 'unknown_business', 'No business has this kode badan usaha; import the JKN employer list first.'
from staging as s
cross join this_import as i
where not exists (
    select from register.business_identifier as b
    where b.office_id = i.office_id and b.kind = 'entity_code' and b.value = s.entity_code
);

insert into rejected
select s.line, 'Jumlah', 'out_of_range', 'A payment must be more than zero.'
from staging as s
where s.amount <= 0;

insert into rejected
select s.line, 'Referensi', 'duplicate', 'The same payment stands in the file twice.'
from (
    select line, row_number() over (partition by entity_code, paid_on, amount, bank, reference order by line) as n
    from staging
) as s
where s.n > 1;
-- [prepare]
-- Payments are taken to be complete up to the last one in the file, unless the user says up to which day they are.
update this_import set as_of = coalesce(as_of, (select max(paid_on) from staging));

update staging as s
set business_id = b.business_id
from register.business_identifier as b, this_import as i
where b.office_id = i.office_id and b.kind = 'entity_code' and b.value = s.entity_code;

update staging as s
set unchanged = true
from register.payment as p
inner join standing using (batch_id)
where (p.business_id, p.paid_on, p.amount, p.bank, p.reference)
    = (s.business_id, s.paid_on, s.amount, s.bank, s.reference);
-- [accept]
insert into register.payment (business_id, amount, paid_on, batch_id, line, office_id, bank, reference)
select s.business_id, s.amount, s.paid_on, i.batch_id, s.line, i.office_id, s.bank, s.reference
from staging as s
cross join this_import as i
where not s.unchanged
order by s.business_id, s.paid_on, s.line;

analyze register.payment, import.batch;
