-- section: doubts
-- words: row_verdict
select d.row_verdict, d.column_name as heading, d.message, count(distinct d.line) as rows, min(d.line) as first_line
from (
    select 'rejected' as row_verdict, r.line, r.column_name, r.message from import.reject as r where r.batch_id = report.batch()
    union all
    select 'warned', w.line, w.column_name, w.message from import.warning as w where w.batch_id = report.batch()
) as d
group by d.row_verdict, d.column_name, d.message
order by d.row_verdict, count(distinct d.line) desc, d.column_name, d.message
