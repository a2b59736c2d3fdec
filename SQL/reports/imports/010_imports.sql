-- section: imports
-- money: total
select
    b.batch_id as batch,
    b.imported_at::date as day,
    b.kind as import_kind,
    b.file_name as file,
    b.as_of,
    b.rows_read as read,
    b.rows_accepted as accepted,
    b.rows_unchanged as unchanged,
    b.rows_warned as warned,
    b.rows_rejected as rejected,
    b.total_amount::bigint as total,
    b.imported_by,
    w.withdrawn_at::date as withdrawn
from import.batch as b
left join import.withdrawal as w using (batch_id)
where b.office_id = report.office() or b.office_id is null
order by b.batch_id
