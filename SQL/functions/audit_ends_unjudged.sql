create or replace function audit.ends_unjudged(business bigint, run bigint, rule_code text) returns boolean
language sql stable as $$
    select exists (
        select from audit.judgement as j
        where j.business_id = business and j.run_id = run and audit.leaves_open(j.not_judged, rule_code)
    )
$$;
comment on function audit.ends_unjudged(bigint, bigint, text) is
    'Whether a finding of a business that a run no longer had is gone because the rule could not be judged then, for want of a '
    'list: that is not the same as remedied.';
