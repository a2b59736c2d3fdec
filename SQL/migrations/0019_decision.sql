-- What people decide about findings: events beside them, so that a run never undoes a decision and a decision never a run.

create table audit.finding_decision (
    business_id bigint      not null,
    finding_id  bigint      not null references audit.finding,
    decision_id bigint      generated always as identity,
    run_id      bigint      not null references audit.run,
    decided_at  timestamptz not null default clock_timestamp(),
    office_id   smallint    not null references register.office,
    decision    text        not null check (decision in ('contested', 'waived', 'data_corrected', 'upheld')),
    decided_by  text        not null,
    reason      text        not null check (reason ~ '\S'),
    primary key (business_id, finding_id, decision_id)
);
comment on table  audit.finding_decision             is 'Decision on a finding (keputusan atas temuan); the newest holds as long as audit.decision_holds says so.';
comment on column audit.finding_decision.business_id is 'Business.';
comment on column audit.finding_decision.finding_id  is 'Finding.';
comment on column audit.finding_decision.decision_id is 'Number of the decision; later ones are higher.';
comment on column audit.finding_decision.run_id      is 'Newest run when it was taken: what the finding said then is what was decided about.';
comment on column audit.finding_decision.decided_at  is 'When it was taken.';
comment on column audit.finding_decision.office_id   is 'Office.';
comment on column audit.finding_decision.decision    is 'contested (sanggahan: the employer objects), waived (no action), data_corrected (the data behind it were wrong and have been or will be corrected) or upheld (an earlier decision no longer holds, the finding stands).';
comment on column audit.finding_decision.decided_by  is 'Who decided.';
comment on column audit.finding_decision.reason      is 'Why.';
create index finding_decision_office on audit.finding_decision (office_id, business_id, finding_id, decision_id);

select journal.protect('audit.finding_decision');
