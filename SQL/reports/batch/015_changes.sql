-- section: changes
-- words: change
-- money: amount
select c.what as change, c.rows, c.amount
from import.change as c
where c.batch_id = report.batch()
order by c.what
