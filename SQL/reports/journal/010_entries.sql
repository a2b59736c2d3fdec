-- section: entries
select e.entry_id as entry, to_char(e.at, 'YYYY-MM-DD HH24:MI:SS') as at, e.actor, e.act as deed, e.subject, e.reason as why
from journal.entry as e
where e.office_id = report.office() or e.office_id is null
order by e.entry_id
