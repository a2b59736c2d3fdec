-- A file of payments of one employer in a hundred.
insert into import.batch (
    imported_at, office_id, kind, layout, source, file_name, sha256, as_of, rows_read, rows_accepted, rows_unchanged, rows_warned,
    rows_rejected, total_amount, imported_by)
select clock_timestamp(), office_id, 'payments', 'bench', 'bench', 'more payments', 'more', '2026-10-31', 0, 0, 0, 0, 0, 0, 'bench'
from register.office;

insert into register.payment (business_id, amount, paid_on, batch_id, line, office_id, bank, reference)
select b.business_id, 100000, '2026-10-20', (select max(batch_id) from import.batch), b.business_id, b.office_id, 'BANK', 'more'
from register.business as b
where b.business_id % 100 = 0;
