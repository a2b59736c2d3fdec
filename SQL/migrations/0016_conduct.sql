-- What the rules on conduct and operations need: the paths of an article, the status of workers that lists state, proof of
-- terminations, and summonses that nobody followed.

alter table reference.citation add column paths text not null default '';
comment on column reference.citation.paths is
    'Paths under which a rule may cite the article (administrative, collection …), separated by blanks; empty: under any. '
    'Articles on sanctions have the path that the sanction belongs to.';

alter table register.roster_line drop constraint roster_line_employment_status_check;
alter table register.roster_line add constraint roster_line_employment_status_check
    check (employment_status in ('permanent', 'contract', 'part_time', 'daily'));
comment on column register.roster_line.employment_status is
    'permanent (tetap), contract (kontrak, PKWT), part_time (paruh waktu) or daily (harian lepas), where the list says; a pensioner '
    'is no worker, and whom the list calls a partner (mitra) is in register.employment_fact alone.';

alter table register.employment_fact
    add column stated_status text check (stated_status in ('partner')),
    add column departure_proof text;
comment on column register.employment_fact.stated_status is
    'partner (mitra) where the list says that somebody on it is no worker; such a person is on no roster.';
comment on column register.employment_fact.departure_proof is
    'Number and date of the document that proves a termination (bukti PHK, Perpres 59/2024 Ps.27), where the list gives it.';

create table inspection.no_show (
    visit_id    bigint      primary key references inspection.visit,
    recorded_at timestamptz not null default clock_timestamp(),
    missed_on   date        not null,
    office_id   smallint    not null references register.office,
    actor       text        not null
);
comment on table  inspection.no_show             is 'A summons (SPPK) that nobody followed: the employer did not come to the branch on the day. An examination may still follow.';
comment on column inspection.no_show.visit_id    is 'Visit that the summons announced.';
comment on column inspection.no_show.recorded_at is 'When it was recorded.';
comment on column inspection.no_show.missed_on   is 'Day on which nobody came.';
comment on column inspection.no_show.office_id   is 'Office.';
comment on column inspection.no_show.actor       is 'Who recorded it.';

select journal.protect('inspection.no_show'::regclass);
