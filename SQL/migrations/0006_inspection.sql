-- Inspection plans: joint visits, their teams, and who was left out and why.

create schema inspection;
comment on schema inspection is 'Joint inspections: plans, visits, teams, absences.';

create table inspection.absence (
    officer_id integer   not null references register.officer,
    batch_id   integer   not null references import.batch,
    office_id  smallint  not null references register.office,
    period     daterange not null,
    reason     text      not null
);
create index absence_officer on inspection.absence (officer_id);
comment on table  inspection.absence            is 'Days on which an officer cannot inspect (cuti, diklat).';
comment on column inspection.absence.officer_id is 'Officer.';
comment on column inspection.absence.batch_id   is 'Batch.';
comment on column inspection.absence.office_id  is 'Office.';
comment on column inspection.absence.period     is 'Days.';
comment on column inspection.absence.reason     is 'Why.';

create table inspection.plan (
    plan_id    bigint      generated always as identity primary key,
    run_id     bigint      not null references audit.run,
    made_at    timestamptz not null default clock_timestamp(),
    month      date        not null,
    made_on    date        not null,
    office_id  smallint    not null references register.office,
    actor      text        not null
);
comment on table  inspection.plan           is 'Plan of joint visits for one month (perencanaan pemeriksaan); the newest plan of a month is in force.';
comment on column inspection.plan.plan_id   is 'Number.';
comment on column inspection.plan.run_id    is 'Audit run whose findings it ranks.';
comment on column inspection.plan.made_at   is 'When it was made.';
comment on column inspection.plan.month     is 'Month (its first day).';
comment on column inspection.plan.made_on   is 'Date of the plan; the lead time of the summons runs from it.';
comment on column inspection.plan.office_id is 'BPJS branch that plans.';
comment on column inspection.plan.actor     is 'Who made it.';

create table inspection.visit (
    visit_id    bigint   generated always as identity primary key,
    plan_id     bigint   not null references inspection.plan,
    business_id bigint   not null references register.business,
    score       bigint   not null,
    visit_on    date     not null,
    examiner    integer  not null references register.officer,
    inspector   integer  not null references register.officer,
    office_id   smallint not null references register.office,
    kind        text     not null check (kind in ('office', 'field')),
    parts       jsonb    not null,
    unique (plan_id, business_id)
);
comment on table  inspection.visit             is 'A planned joint visit by one BPJS examiner and one labour inspector.';
comment on column inspection.visit.visit_id    is 'Number.';
comment on column inspection.visit.plan_id     is 'Plan.';
comment on column inspection.visit.business_id is 'Business.';
comment on column inspection.visit.score       is 'Priority score; higher first.';
comment on column inspection.visit.visit_on    is 'Day.';
comment on column inspection.visit.examiner    is 'BPJS examiner (petugas pemeriksa).';
comment on column inspection.visit.inspector   is 'Labour inspector (pengawas ketenagakerjaan).';
comment on column inspection.visit.office_id   is 'Office.';
comment on column inspection.visit.kind        is 'office: examination at the branch (kantor, SPPK); field: at the employer (lapangan, SPPL).';
comment on column inspection.visit.parts       is 'How the score came about.';

create table inspection.examination (
    visit_id      bigint      primary key references inspection.visit,
    recorded_at   timestamptz not null default clock_timestamp(),
    held_on       date        not null,
    report_date   date        not null check (report_date >= held_on),
    office_id     smallint    not null references register.office,
    report_number text        not null,
    actor         text        not null
);
comment on table  inspection.examination               is 'A visit that took place, with its final report; sanctions rest on it (PP 86/2013 Ps.13(1)).';
comment on column inspection.examination.visit_id      is 'Visit.';
comment on column inspection.examination.recorded_at   is 'When it was recorded.';
comment on column inspection.examination.held_on       is 'Day of the examination.';
comment on column inspection.examination.report_date   is 'Date of the final report (LHPA).';
comment on column inspection.examination.office_id     is 'Office.';
comment on column inspection.examination.report_number is 'Number of the final report (Laporan Hasil Pemeriksaan Akhir, LHPA).';
comment on column inspection.examination.actor         is 'Who recorded it.';

create table inspection.unplanned (
    plan_id     bigint   not null references inspection.plan,
    business_id bigint   not null references register.business,
    score       bigint   not null,
    office_id   smallint not null references register.office,
    reason      text     not null,
    primary key (plan_id, business_id)
);
comment on table  inspection.unplanned             is 'Employers with open findings that the plan leaves out, and why.';
comment on column inspection.unplanned.plan_id     is 'Plan.';
comment on column inspection.unplanned.business_id is 'Business.';
comment on column inspection.unplanned.score       is 'Priority score.';
comment on column inspection.unplanned.office_id   is 'Office.';
comment on column inspection.unplanned.reason      is 'Reason code, such as capacity.';

select journal.protect(t)
from unnest(array[
    'inspection.absence', 'inspection.plan', 'inspection.visit', 'inspection.examination', 'inspection.unplanned'
]::regclass[]) as t;
