-- section: runs
-- Reads the temporary table "compared_run".
select
    r.run_id as run,
    r.as_of,
    to_char(r.known_at, 'YYYY-MM-DD HH24:MI') as known_at,
    left(r.rule_set_sha256, 12) as rule_set,
    left(r.parameters_sha256, 12) as law,
    r.tool_version as tool
from compared_run
inner join audit.run as r using (run_id)
order by r.run_id
