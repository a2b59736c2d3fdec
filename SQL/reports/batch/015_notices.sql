-- section: notices
select n.message as notice
from import.notice as n
where n.batch_id = report.batch()
order by n.notice_no
