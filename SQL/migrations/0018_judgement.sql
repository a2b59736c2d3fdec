-- Audits judge again only the employers that something new speaks of, and write only what changed.

create table import.touched (
    batch_id    integer not null,
    business_id bigint  not null,
    primary key (batch_id, business_id)
);
comment on table  import.touched             is 'Which businesses a batch says something of: those an audit has to judge again.';
comment on column import.touched.batch_id    is 'Batch.';
comment on column import.touched.business_id is 'Business of the register, before the decisions of people who is who.';

create function import.note_touched() returns trigger
language plpgsql as $$
begin
    insert into import.touched (batch_id, business_id)
    select distinct n.batch_id, n.business_id from added as n where n.business_id is not null
    on conflict do nothing;
    return null;
end
$$;
comment on function import.note_touched() is 'Notes the businesses of the rows that a statement added.';

-- Roster lines need none: each list has its row in register.roster.
do $$
declare
    target text;
begin
    foreach target in array array[
        'business_record', 'business_identifier', 'headcount', 'roster', 'enrolment', 'family_member', 'bill', 'payment',
        'employment_fact'
    ] loop
        execute format(
            'create trigger note_touched after insert on register.%I referencing new table as added '
            'for each statement execute function import.note_touched()', target);
        execute format(
            'insert into import.touched select distinct batch_id, business_id from register.%I on conflict do nothing', target);
    end loop;
end
$$;

-- Whose family a person is of: an audit of one employer looks it up.
create index family_member_person on register.family_member (person_id);

alter table audit.run
    add column context_sha256 text,
    add column partial        boolean not null default false,
    add column judged         bigint;
comment on column audit.run.context_sha256 is 'Hash of what every judgement rests on: date, law, rules, and how far the office''s lists reach. A run with another judges everybody.';
comment on column audit.run.partial        is 'True when only employers were judged that something new speaks of; the others stand as they were.';
comment on column audit.run.judged         is 'Employers judged.';

alter table audit.rule_result
    add column businesses bigint,
    add column amount     bigint;
comment on column audit.rule_result.businesses is 'Businesses in breach.';
comment on column audit.rule_result.amount     is 'Sum of the amounts in whole rupiah.';

create table audit.judgement (
    business_id bigint   not null,
    run_id      bigint   not null,
    digest      bigint,
    office_id   smallint not null,
    tested      jsonb    not null,
    not_judged  jsonb    not null,
    primary key (business_id, run_id)
);
comment on table  audit.judgement             is 'What a run had to say of a business, where it was not what the run before had said.';
comment on column audit.judgement.business_id is 'Business.';
comment on column audit.judgement.run_id      is 'Run from which this holds.';
comment on column audit.judgement.digest      is 'Exclusive or of the hashes of its findings and counts: equal digests need no closer look. Null when nothing is said of it any more.';
comment on column audit.judgement.office_id   is 'Office.';
comment on column audit.judgement.tested      is 'Subjects judged, by rule.';
comment on column audit.judgement.not_judged  is 'Subjects that could not be judged, by rule and reason: never the same as compliant.';
create index judgement_office on audit.judgement (office_id, run_id);

create table audit.not_judged_total (
    run_id          bigint   not null,
    subjects        bigint   not null,
    businesses      bigint   not null,
    rule_version_id integer  not null references audit.rule_version,
    office_id       smallint not null references register.office,
    reason          text     not null,
    primary key (run_id, rule_version_id, reason)
);
comment on table  audit.not_judged_total                 is 'What a rule could not judge in a run, and why, over all businesses.';
comment on column audit.not_judged_total.run_id          is 'Run.';
comment on column audit.not_judged_total.subjects        is 'How many subjects.';
comment on column audit.not_judged_total.businesses      is 'In how many businesses.';
comment on column audit.not_judged_total.rule_version_id is 'Rule version.';
comment on column audit.not_judged_total.office_id       is 'Office.';
comment on column audit.not_judged_total.reason          is 'Reason code, such as no_minimum_wage.';

-- Runs of before: their counts in the new form. A run after them judges everybody, because they have no context.
insert into audit.not_judged_total (run_id, subjects, businesses, rule_version_id, office_id, reason)
select run_id, sum(subjects), count(*), rule_version_id, office_id, reason
from audit.not_judged
group by run_id, rule_version_id, office_id, reason;

insert into audit.judgement (business_id, run_id, office_id, tested, not_judged)
select b.business_id, r.run_id, r.office_id, '{}', coalesce((
        select jsonb_object_agg(c.code, c.reasons)
        from (
            select v.code, jsonb_object_agg(n.reason, n.subjects) as reasons
            from audit.not_judged as n
            inner join audit.rule_version as v using (rule_version_id)
            where n.run_id = r.run_id and n.business_id = b.business_id
            group by v.code
        ) as c
    ), '{}')
from audit.run as r
inner join (select distinct business_id, office_id from audit.not_judged) as b using (office_id);

drop table audit.not_judged;

-- Findings come by the hundred thousand. The run writes them together with what they point to, so that foreign keys
-- would find nothing, at twice the cost of the rows themselves.
alter table audit.finding_version
    add column digest bigint,
    drop constraint finding_version_finding_id_fkey, drop constraint finding_version_from_run_fkey,
    drop constraint finding_version_rule_version_id_fkey, drop constraint finding_version_office_id_fkey;
comment on column audit.finding_version.digest is 'Hash of the rule''s row and version: equal digests need no closer look.';
alter table audit.finding
    drop constraint finding_business_id_fkey, drop constraint finding_person_id_fkey, drop constraint finding_first_run_fkey,
    drop constraint finding_office_id_fkey;
alter table audit.finding_end
    drop constraint finding_end_finding_id_fkey, drop constraint finding_end_in_run_fkey, drop constraint finding_end_office_id_fkey;

select journal.protect(t) from unnest(array['import.touched', 'audit.judgement', 'audit.not_judged_total']::regclass[]) as t;

-- Which employers may be one: worked out once and kept until lists or decisions change. No evidence, so not protected.
create table audit.match_basis (
    office_id smallint primary key,
    basis     text     not null
);
comment on table  audit.match_basis           is 'For what the kept candidates of an office were worked out.';
comment on column audit.match_basis.office_id is 'Office.';
comment on column audit.match_basis.basis     is 'Hash of the lists, decisions and settings they rest on.';

create table audit.match_kept (
    office_id   smallint not null,
    business_id bigint   not null,
    other_id    bigint   not null,
    primary key (office_id, business_id, other_id)
);
comment on table  audit.match_kept             is 'Employers that may well be one that BPJS Kesehatan lists, as last worked out.';
comment on column audit.match_kept.office_id   is 'Office.';
comment on column audit.match_kept.business_id is 'Business of other lists.';
comment on column audit.match_kept.other_id    is 'Business of BPJS Kesehatan''s list.';
