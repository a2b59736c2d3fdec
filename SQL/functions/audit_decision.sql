create or replace function audit.decision_holds(decided audit.finding_decision, run bigint) returns boolean
language sql stable as $$
    with said as (
        select
            v.from_run, v.amount, v.since, v.person_id, v.rule_code,
            array_position(array['indication', 'presumption', 'established'], v.strength) as strength,
            r.started_at > decided.decided_at as began_after,
            lag(v.from_run) over history as run_before,
            lag(v.since) over history as since_before,
            -- Other rows that say the same, or a new wording of the rule, are no change of the finding.
            (v.amount, v.since, v.strength, v.evidence, v.money) is distinct from (
                lag(v.amount) over history, lag(v.since) over history, lag(v.strength) over history,
                lag(v.evidence) over history, lag(v.money) over history) as has_changed
        from (
            select v.*, f.person_id, f.rule_code
            from audit.finding_version as v
            inner join audit.finding as f using (business_id, finding_id)
            where v.business_id = decided.business_id and v.finding_id = decided.finding_id and v.from_run <= run
        ) as v
        inner join audit.run as r on r.run_id = v.from_run
        window history as (order by v.from_run)
    ),

    later as (
        select
            s.*,
            s.strength > d.strength or s.person_id is null and s.amount > coalesce(d.amount, 0) as is_worse,
            exists (
                select from audit.finding_end as e
                where e.business_id = decided.business_id and e.finding_id = decided.finding_id
                    and e.in_run > s.run_before and e.in_run < s.from_run
                    and coalesce((
                        select bool_or(not audit.leaves_open(j.not_judged, s.rule_code))
                        from audit.judgement as j
                        where j.business_id = decided.business_id and j.run_id >= e.in_run and j.run_id < s.from_run
                    ), true)
            ) as is_back
        from said as s
        cross join (select * from said where from_run <= decided.run_id order by from_run desc limit 1) as d
        where s.from_run > decided.run_id
    )

    select not exists (
        select from later as s
        where case decided.decision
            when 'data_corrected' then s.began_after and (s.has_changed or s.is_back)
            when 'waived' then s.is_worse or s.is_back and s.since > s.since_before
            else s.is_back
        end
    )
$$;
comment on function audit.decision_holds(audit.finding_decision, bigint) is
    'Whether a decision that no later one overrules still holds after a run. '
    'Any decision holds while the finding stays open as the same thing: the same rule, business and worker. '
    'contested and upheld hold whatever the finding comes to say: an objection is open until somebody answers it. '
    'data_corrected lapses when a run that began after it finds the finding changed: the correction was wrong or incomplete. '
    'While the finding says what it said, the correction is still awaited. '
    'waived lapses when the finding becomes worse than it was when it was waived: better proven, or, on the employer itself, a '
    'greater amount. Nobody has waived what nobody knew, and what is never looked at again must not grow. For a worker the '
    'amount follows the wage: what is waived is the breach as such. '
    'A finding that has ended was remedied; when it is back it is a new breach, and starts without a decision. Only waived holds '
    'again, and only where the finding is back with the same months as before, or earlier ones: then it is the old breach, '
    'which a list or payment that has been taken back had hidden. A waiver never covers months that came after the end. '
    'What could not be judged has not been remedied: a finding that went only while audits could not judge the rule for the '
    'employer, for want of a list, goes on when it is back.';

create or replace function audit.leaves_open(not_judged jsonb, rule_code text) returns boolean
language sql immutable parallel safe
return exists (select from jsonb_object_keys(not_judged -> rule_code) as r (reason) where r.reason not like 'amount:%');
comment on function audit.leaves_open(jsonb, text) is
    'Whether a judgement of a business (audit.judgement.not_judged) leaves open if somebody breaks a rule; an amount alone does not.';

create or replace function audit.newest_decision(office smallint, run bigint) returns setof audit.finding_decision
language sql stable as $$
    select distinct on (d.business_id, d.finding_id) d.*
    from audit.finding_decision as d
    where d.office_id = office and d.run_id <= run
    order by d.business_id, d.finding_id, d.decision_id desc
$$;
comment on function audit.newest_decision(smallint, bigint) is
    'The newest decision on each finding of an office, of those taken before the run after this one was stored; it need not hold.';

create or replace function audit.decision_at(office smallint, run bigint)
returns table (
    business_id bigint, finding_id bigint, decision_id bigint, decision text, decided_at timestamptz, decided_by text, reason text
)
language sql stable as $$
    select d.business_id, d.finding_id, d.decision_id, d.decision, d.decided_at, d.decided_by, d.reason
    from audit.newest_decision(office, run) as d
    where audit.decision_holds(d, run) and audit.is_open(d.business_id, d.finding_id, run)
$$;
comment on function audit.decision_at(smallint, bigint) is
    'The standing decisions on the open findings of an office as a run left them, with those taken before the next run was stored; '
    'audit.decision_holds says which hold.';

create or replace function audit.decisions_on(finding bigint, run bigint)
returns table (
    decision_id bigint, decision text, decided_at timestamptz, decided_by text, reason text, holds boolean
)
language sql stable as $$
    select
        d.decision_id, d.decision, d.decided_at, d.decided_by, d.reason,
        d.decision_id = max(d.decision_id) over () and audit.decision_holds(d, run)
            and audit.is_open(d.business_id, d.finding_id, run)
    from audit.finding as f
    inner join audit.finding_decision as d using (business_id, finding_id)
    where f.finding_id = finding and d.run_id <= run
    order by d.decision_id
$$;
comment on function audit.decisions_on(bigint, bigint) is
    'All decisions about a finding until the run after this one was stored, the oldest first, and whether they hold.';

create or replace function audit.is_pursued(decision text) returns boolean
language sql immutable parallel safe
return decision is null or decision in ('contested', 'upheld');
comment on function audit.is_pursued(text) is
    'Whether a finding under this standing decision is still pursued: it counts in sums of money and in the score of an inspection, '
    'and a summons may ask about it. Waived and corrected ones are set aside; an objection is what an inspection clarifies.';

create or replace function audit.may_accuse(decision text) returns boolean
language sql immutable parallel safe
return decision is null or decision = 'upheld';
comment on function audit.may_accuse(text) is
    'Whether a letter may accuse of a finding under this standing decision: not while the employer''s objection is open.';
