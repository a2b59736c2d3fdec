-- section: runs
select
    r.run_id as run,
    r.finished_at::date as day,
    r.as_of,
    r.judged,
    coalesce(t.violations, 0) as violations,
    coalesce(n.findings, 0) as new,
    coalesce(e.findings, 0) as ended,
    left(r.rule_set_sha256, 12) as rule_set,
    left(r.parameters_sha256, 12) as law,
    r.tool_version as tool,
    r.actor
from audit.run as r
left join (select run_id, sum(violations)::bigint as violations from audit.rule_result group by run_id) as t using (run_id)
left join (select first_run as run_id, count(*) as findings from audit.finding group by first_run) as n using (run_id)
left join (select in_run as run_id, count(*) as findings from audit.finding_end group by in_run) as e using (run_id)
where r.office_id = report.office()
order by r.run_id
