-- Workers on the lists of a registered employer whom its member list does not show in that month, or who cannot be looked up
-- there: what else is known of them is looked at by several rules, and their money counts in one. The workers of an employer
-- that is not registered all count in REG-01.
-- is_missing: REG-02 finds the worker, and the money counts there. unproven: why the missing enrolment says nothing.
-- said_gone: the employer's own list has the worker gone. report_until: the last day to report a worker who has just
-- begun; without one the day does not matter. base, employer_share, worker_share, total: the contribution of the month, null
-- where open_amount tells why it is not known.
-- Foreigners who need not take part, or of whom that is not known, are left out.
create unlogged table work.unenrolled as
with worker as (
    select
        w.business_id, w.person_id, w.wage, w.month, w.hired_on, w.batch_id, w.line, l.source, l.line_kind, l.region_code,
        l.list_covers, l.list_incomplete, l.list_later, l.listed_on, f.period, t.floor, t.cap, t.employer_rate, t.worker_rate,
        t.extra_family_rate, t.missing,
        case when t.missing is null then law.contribution_base(w.wage, t.floor, t.cap) end as base
    from work.workforce as w
    inner join work.list_part as l using (roster_id)
    left join work.foreigner as f on f.business_id = w.business_id and f.person_id = w.person_id
    inner join work.tariff as t on t.region_code = l.region_code and t.month = w.month
    where l.registered and w.known and w.valid_from is null
        and coalesce(f.period in ('worked', 'contract'), true)
    -- So that the base is worked out once a worker.
    offset 0
),

term as (
    select h.hired_on, law.last_day(h.hired_on, d.days, d.unit) as last_day
    from (
        select distinct w.hired_on
        from work.workforce as w
        -- Whoever began earlier was to be reported before the month of the list.
        where w.valid_from is null and w.hired_on >= w.month - interval '2 months'
    ) as h
    left join reference.deadline as d on d.name = 'DATA_CHANGE' and d.period @> h.hired_on
)

select
    w.business_id, w.person_id, w.wage, w.month, w.source, w.line_kind, w.batch_id, w.line, w.region_code,
    w.list_covers, w.list_incomplete, w.period,
    w.floor, w.cap, w.base, c.employer_share, c.worker_share, c.total,
    coalesce(w.missing, case when w.wage is null then 'no_wage' end) as open_amount,
    t.last_day as report_until,
    case when t.hired_on is not null and t.last_day is null then 'no_parameter:DATA_CHANGE' end as missing_term,
    p.unproven,
    g.person_id is not null as said_gone,
    w.list_covers and not w.list_incomplete and coalesce(w.period, 'worked') = 'worked' and w.missing is null
        and p.unproven is null as is_missing
from worker as w
left join term as t using (hired_on)
left join work.said_to_be_gone as g using (business_id, person_id)
cross join lateral (
    select case
        -- Leave without pay, or none at all: the list does not show that anybody worked.
        when w.wage = 0 then 'no_pay'
        when w.list_later then 'member_list_later'
        -- Without a term in law, whoever had begun when the list was drawn was to be on it.
        when w.listed_on <= coalesce(t.last_day, t.hired_on) then 'deadline_running'
    end as unproven
) as p
cross join lateral law.contribution_on_base(w.base, w.employer_rate, w.worker_rate, w.extra_family_rate, 0) as c;
alter table work.unenrolled add primary key (business_id, person_id);
analyze work.unenrolled;
