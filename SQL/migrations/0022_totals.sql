-- Totals of a month where nobody is named: wages, what of them is reported to BPJS Kesehatan, and what was withheld.
alter table register.headcount
    add column wages            bigint check (wages >= 0),
    add column registered_wages bigint check (registered_wages >= 0),
    add column deducted         bigint check (deducted >= 0);
comment on column register.headcount.wages is
    'Wages of all these workers for the month in whole rupiah (basic wage and fixed allowances), where the source says so.';
comment on column register.headcount.registered_wages is
    'Wages reported to BPJS Kesehatan for the enrolled workers in whole rupiah, where the source says so.';
comment on column register.headcount.deducted is
    'Contribution withheld from all these workers for the month in whole rupiah, where the source says so.';
