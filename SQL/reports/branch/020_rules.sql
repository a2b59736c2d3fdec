-- section: rules
-- money: amount
select
    v.code as rule,
    v.header ->> report.title_key() as rule_title,
    r.tested,
    r.violations,
    count(*) filter (where not audit.is_pursued(f.decision)) as set_aside,
    count(distinct f.business_id) filter (where audit.is_pursued(f.decision)) as businesses,
    case when v.header ->> 'amount' <> 'none' then coalesce(sum(f.amount) filter (where audit.is_pursued(f.decision)), 0)::bigint end as amount,
    (
        select coalesce(sum(n.subjects), 0)::bigint
        from audit.not_judged_total as n
        where n.run_id = r.run_id and n.rule_version_id = r.rule_version_id
    ) as not_judged
from audit.rule_result as r
inner join audit.rule_version as v using (rule_version_id)
left join audit.findings_at(report.office(), report.run()) as f on f.rule_code = v.code
where r.run_id = report.run()
group by v.code, v.header, r.run_id, r.rule_version_id, r.tested, r.violations
order by v.code
