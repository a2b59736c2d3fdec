-- section: batch
-- as: metadata
-- money: total
select
    b.batch_id as batch,
    b.kind as import_kind,
    b.layout,
    b.file_name as file,
    b.sheet,
    b.date_order,
    b.sha256,
    nullif(b.source, '') as origin,
    b.as_of,
    b.imported_at::date as day,
    b.imported_by,
    b.rows_read as read,
    nullif(b.rows_passed_over, 0) as passed_over,
    b.rows_accepted as accepted,
    b.rows_unchanged as unchanged,
    b.rows_warned as warned,
    b.rows_rejected as rejected,
    nullif(b.total_amount, 0)::bigint as total,
    w.withdrawn_at::date as withdrawn,
    w.withdrawn_by,
    w.reason as why
from import.batch as b
left join import.withdrawal as w using (batch_id)
where b.batch_id = report.batch() and (b.office_id = report.office() or b.office_id is null)
