-- Reference data and the law's dated parameters.

create schema reference;
comment on schema reference is 'What is the same for every office: regions, population, minimum wages, holidays, dated law.';

create extension if not exists btree_gist with schema reference;

create table reference.dataset (
    name      text        primary key,
    sha256    text        not null,
    loaded_at timestamptz not null default clock_timestamp()
);
comment on table  reference.dataset           is 'Which version of each reference or parameter file is loaded.';
comment on column reference.dataset.name      is 'File name under SQL/reference or SQL/parameters.';
comment on column reference.dataset.sha256    is 'SHA-256 of the file and of the statement that loads it.';
comment on column reference.dataset.loaded_at is 'When it was loaded.';

create table reference.region (
    code        text     primary key,
    parent_code text,
    name        text     not null,
    kind        text     not null check (kind in ('province', 'kabupaten', 'kota', 'district', 'desa', 'kelurahan', 'desa adat')),
    level       smallint not null check (level between 1 and 4),
    retired     boolean  not null
);
comment on table  reference.region             is 'Kemendagri regions (wilayah administrasi), four levels, retired codes kept because old NIKs carry them.';
comment on column reference.region.code        is 'Kemendagri code with dots: 61, 61.71, 61.71.01, 61.71.01.1001.';
comment on column reference.region.parent_code is 'Code of the region one level up.';
comment on column reference.region.name        is 'Official name.';
comment on column reference.region.kind        is 'Kind of region.';
comment on column reference.region.level       is '1 province, 2 regency or city, 3 district, 4 village.';
comment on column reference.region.retired     is 'True when Kepmendagri 300.2.2-2430/2025 no longer lists the code.';
create index region_parent on reference.region (parent_code);

create table reference.population (
    region_code text    not null,
    as_of       date    not null,
    male        integer not null,
    female      integer not null,
    total       integer not null check (total = male + female),
    primary key (region_code, as_of)
);
comment on table  reference.population             is 'Residents by region (Dukcapil, per semester).';
comment on column reference.population.region_code is 'Kemendagri code; 0 is the whole country.';
comment on column reference.population.as_of       is 'Date of the count.';
comment on column reference.population.male        is 'Men.';
comment on column reference.population.female      is 'Women.';
comment on column reference.population.total       is 'Men and women.';

create table reference.minimum_wage (
    region_code text      not null references reference.region,
    period      daterange not null,
    amount      bigint    not null check (amount > 0),
    published   numeric   not null,
    kind        text      not null check (kind in ('UMK', 'UMP')),
    status      text      not null,
    source      text      not null,
    exclude using gist (region_code with =, period with &&)
);
comment on table  reference.minimum_wage             is 'Minimum wages: provinces (UMP) and regencies (own UMK, or the UMP where none was set).';
comment on column reference.minimum_wage.region_code is 'Province or regency the row is for.';
comment on column reference.minimum_wage.period      is 'Months in force.';
comment on column reference.minimum_wage.amount      is 'Whole rupiah a month; cents are cut, as the branch letter on the Surabaya UMK 2020 does (4,200,479.19 -> 4,200,479).';
comment on column reference.minimum_wage.published   is 'The figure as published, with cents.';
comment on column reference.minimum_wage.kind        is 'UMK: the regency''s own; UMP: of the province, also where a regency follows it.';
comment on column reference.minimum_wage.status      is 'How sure the source is: decree, compiled, secondary, secondary-conflict, suspect.';
comment on column reference.minimum_wage.source      is 'Decree or publication.';

create table reference.holiday (
    day  date not null,
    kind text not null check (kind in ('libur_nasional', 'cuti_bersama')),
    name text not null,
    primary key (day, kind)
);
comment on table  reference.holiday      is 'National holidays (libur nasional) and collective leave (cuti bersama) of the joint ministerial decrees (SKB 3 Menteri).';
comment on column reference.holiday.day  is 'The day.';
comment on column reference.holiday.kind is 'libur_nasional or cuti_bersama.';
comment on column reference.holiday.name is 'Name in the decree.';

create table reference.citation (
    code        text primary key,
    instrument  text not null,
    article     text not null,
    summary     text not null,
    summary_en  text not null,
    url         text,
    confidence  text not null check (confidence in ('verified', 'verified-2nd', 'inferred', 'memory', 'unknown')),
    verified_on date not null
);
comment on table  reference.citation             is 'Articles of law (dasar hukum) that rules, parameters and deadlines cite.';
comment on column reference.citation.code        is 'Short code such as UU-24-2011:15(1).';
comment on column reference.citation.instrument  is 'Name of the law or regulation as a letter prints it.';
comment on column reference.citation.article     is 'Article and paragraph as a letter prints them.';
comment on column reference.citation.summary     is 'What the article says, in Indonesian.';
comment on column reference.citation.summary_en  is 'The same in English.';
comment on column reference.citation.url         is 'Where the text was read, when it is on the web.';
comment on column reference.citation.confidence  is 'verified: read in the text; verified-2nd: in a secondary source; inferred, memory, unknown: confirm before use.';
comment on column reference.citation.verified_on is 'When the text was last checked.';

create table reference.parameter (
    name        text      not null,
    period      daterange not null,
    value       bigint    not null,
    unit        text      not null check (unit in ('rupiah', 'basis_points', 'persons', 'months', 'days', 'day_of_month', 'boolean')),
    citation    text      not null references reference.citation,
    confidence  text      not null check (confidence in ('verified', 'verified-2nd', 'inferred', 'memory', 'unknown')),
    verified_on date      not null,
    note        text,
    exclude using gist (name with =, period with &&)
);
comment on table  reference.parameter             is 'The law''s figures with the days on which they are in force; read by law.parameter().';
comment on column reference.parameter.name        is 'Name of the parameter.';
comment on column reference.parameter.period      is 'Days in force.';
comment on column reference.parameter.value       is 'Whole number in the unit of the row.';
comment on column reference.parameter.unit        is 'rupiah, basis_points (4 % = 400), persons, months, days, day_of_month or boolean (0, 1).';
comment on column reference.parameter.citation    is 'The article that sets it.';
comment on column reference.parameter.confidence  is 'How sure we are of the value and its dates.';
comment on column reference.parameter.verified_on is 'When it was last checked.';
comment on column reference.parameter.note        is 'What is open or contested.';

create table reference.deadline (
    name        text      not null,
    period      daterange not null,
    days        integer   not null check (days > 0),
    unit        text      not null check (unit in ('working', 'calendar')),
    starts      text      not null,
    citation    text      not null references reference.citation,
    confidence  text      not null check (confidence in ('verified', 'verified-2nd', 'inferred', 'memory', 'unknown')),
    verified_on date      not null,
    note        text,
    exclude using gist (name with =, period with &&)
);
comment on table  reference.deadline             is 'Statutory and practical deadlines (batas waktu) with the days on which they are in force.';
comment on column reference.deadline.name        is 'Name of the deadline.';
comment on column reference.deadline.period      is 'Start days for which the row holds.';
comment on column reference.deadline.days        is 'Length.';
comment on column reference.deadline.unit        is 'working (hari kerja) or calendar (hari).';
comment on column reference.deadline.starts      is 'What starts it; the first day counted is the day after.';
comment on column reference.deadline.citation    is 'The article or practice that sets it.';
comment on column reference.deadline.confidence  is 'How sure we are.';
comment on column reference.deadline.verified_on is 'When it was last checked.';
comment on column reference.deadline.note        is 'What is open or contested.';

create table reference.setting (
    name        text      not null,
    period      daterange not null,
    value       bigint    not null,
    confidence  text      not null check (confidence in ('verified', 'verified-2nd', 'inferred', 'memory', 'unknown', 'choice')),
    verified_on date      not null,
    note        text      not null,
    exclude using gist (name with =, period with &&)
);
comment on table  reference.setting             is 'Office choices that no law fixes: whether collective leave counts as a working day, planning weights, freshness limits.';
comment on column reference.setting.name        is 'Name of the setting.';
comment on column reference.setting.period      is 'Days in force.';
comment on column reference.setting.value       is 'Whole number; 0 and 1 for no and yes.';
comment on column reference.setting.confidence  is 'choice: an office decides; otherwise how sure we are of the practice.';
comment on column reference.setting.verified_on is 'When it was last checked.';
comment on column reference.setting.note        is 'What it does and why the value.';

create table reference.coverage_report (
    region_code     text    not null references reference.region,
    as_of           text    not null,
    population      bigint,
    registered      bigint,
    active          bigint,
    registered_pct  numeric,
    active_pct      numeric,
    source          text    not null,
    url             text,
    primary key (region_code, as_of)
);
comment on table  reference.coverage_report                is 'Published JKN coverage figures (cakupan kepesertaan), exactly as printed.';
comment on column reference.coverage_report.region_code    is 'Region.';
comment on column reference.coverage_report.as_of          is 'Date as published: a day, a month or a year.';
comment on column reference.coverage_report.population     is 'Residents as published.';
comment on column reference.coverage_report.registered     is 'Registered participants as published.';
comment on column reference.coverage_report.active         is 'Active participants as published.';
comment on column reference.coverage_report.registered_pct is 'Coverage percentage as printed; its decimals are kept.';
comment on column reference.coverage_report.active_pct     is 'Active percentage (keaktifan) as printed.';
comment on column reference.coverage_report.source         is 'Publication.';
comment on column reference.coverage_report.url            is 'Web address, where known.';
