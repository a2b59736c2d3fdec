-- Money lines that tell the bill apart from what is due, and how a month counts. A type of its own: findings of rules
-- that need neither stay as they are, to the byte, and all lines can be read as this type.

create type audit.contribution_line as (
    month          date,
    wage           bigint,
    base           bigint,
    employer_share bigint,
    worker_share   bigint,
    due            bigint,
    billed         bigint,
    paid           bigint,
    short          bigint,
    status         text
);
comment on type audit.contribution_line is
    'A money line with the bill and the status of the month; null where it does not apply. Lines of audit.money_line read as this type have neither.';
comment on column audit.contribution_line.month          is 'The month.';
comment on column audit.contribution_line.wage           is 'Wage in the evidence.';
comment on column audit.contribution_line.base           is 'Contribution base, or the sum of the bases of all workers.';
comment on column audit.contribution_line.employer_share is 'Employer share of what is due.';
comment on column audit.contribution_line.worker_share   is 'What of it the workers bear: 1 % and 1 % for each extra family member.';
comment on column audit.contribution_line.due            is 'Contribution due; the bill where nothing else is known.';
comment on column audit.contribution_line.billed         is 'Bill of the month.';
comment on column audit.contribution_line.paid           is 'Paid of the bill, what the reported wage gives, or withheld from the worker.';
comment on column audit.contribution_line.short          is 'What is short, or taken too much.';
comment on column audit.contribution_line.status         is
    'dalam_plafon_24 or di_luar_plafon_24 (arrears), listed_wages or minimum_wages (what the recalculation rests on), withheld, overcharged; texts explain.line.*.';
