-- Contributions: money lines that tell the bill apart from what is due, and how a month counts; how far payments reach back.
-- The type is one of its own: findings of rules that do without it stay as they are, and all lines can be read as this type.

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

-- How far back a list of payments reaches: whoever was registered before may have paid what it does not have.
create table import.payment_reach (
    batch_id  integer primary key references import.batch deferrable initially deferred,
    paid_from date    not null
);
comment on table  import.payment_reach           is 'From which day on a list of payments has payments. Entries by hand are no list.';
comment on column import.payment_reach.batch_id  is 'Batch.';
comment on column import.payment_reach.paid_from is 'Day of its oldest payment, of whichever employer.';

insert into import.payment_reach (batch_id, paid_from)
select p.batch_id, min(p.paid_on)
from register.payment as p
inner join import.batch as b using (batch_id)
where b.as_of is not null
group by p.batch_id;

select journal.protect('import.payment_reach');
