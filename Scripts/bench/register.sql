-- Invents the register of a branch of any size for the audit's bench: psql -v employers=20000 -f register.sql
-- 20,000 employers have a million workers: wage lists of two months, a member list, 36 months of bills and payments.
-- The same number gives the same register. Every kind of breach is there, and about one worker in three is in one.


set synchronous_commit = off;

insert into register.office (code, kind, name, address, city, province_code, head_name, head_title, head_number, letter_unit, time_zone, phone)
values ('1401', 'bpjs_branch', 'Cabang Contoh', 'Jl. Contoh 1', 'Pontianak', '61', 'Contoh', 'Kepala Cabang', '00001', 'IV-02', 'WIB', '000');
insert into register.office_region (office_id, region_code)
select o.office_id, r from register.office as o cross join unnest(array['61.71', '61.12', '61.02']) as r;

insert into import.batch (
    imported_at, office_id, kind, layout, source, file_name, sha256, as_of, rows_read, rows_accepted, rows_unchanged, rows_warned,
    rows_rejected, total_amount, imported_by)
select now(), o.office_id, b.kind, 'bench', 'bench', b.kind || coalesce(' ' || b.as_of, ''), md5(random()::text), b.as_of, 0, 0, 0, 0, 0, 0, 'bench'
from register.office as o
cross join (
    select 'jkn-businesses' as kind, date '2026-10-31' as as_of
    union all select 'wlkp', '2026-06-30'
    union all select 'bpjstk-wages', null
    union all select 'jkn-members', '2026-10-31'
    union all select 'bills', null
    union all select 'payments', '2026-10-31'
    union all select 'segments', '2026-10-31'
) as b;
create temp table batch as select kind, batch_id from import.batch;

insert into register.business (office_id, batch_id)
select o.office_id, (select batch_id from batch where kind = 'jkn-businesses')
from register.office as o cross join generate_series(1, :employers) as n;

-- Sizes fall off as those of real branches do; one employer in twelve is not registered.
create temp table employer as
select
    b.business_id,
    b.office_id,
    n,
    4 + (46 * :employers * weight / sum(weight) over ())::integer as workers,
    n % 12 <> 5 as registered,
    (array['61.71', '61.12', '61.02'])[n % 3 + 1] as region_code
from (
    select b.business_id, b.office_id, row_number() over (order by b.business_id) as n from register.business as b
) as b
cross join lateral (select power(n + 10, -0.95) as weight) as w;
alter table employer add primary key (business_id);
analyze employer;

insert into register.business_identifier (business_id, batch_id, office_id, kind, value)
select e.business_id, k.batch_id, e.office_id, k.kind, k.value
from employer as e
cross join lateral (
    select b.batch_id, i.kind, i.value
    from batch as b
    inner join (values
        ('jkn-businesses', 'entity_code', lpad(e.n::text, 8, '0')),
        ('jkn-businesses', 'npp', (90000000 + e.n)::text),
        ('jkn-businesses', 'nib', (1000000000000 + e.n)::text),
        ('wlkp', 'wlkp_number', lpad(e.n::text, 12, '0')),
        ('wlkp', 'nib', (1000000000000 + e.n)::text)
    ) as i (source, kind, value) on i.source = b.kind
    where e.registered or b.kind = 'wlkp'
) as k;

-- Names of two words and a number, as alike as names of firms are.
insert into register.business_record (
    business_id, as_of, registered_on, batch_id, line, office_id, source, status, size_class, name, address, region_code)
select
    e.business_id, r.as_of,
    -- Some are new, and have never paid.
    case when r.source = 'jkn' then case when e.business_id % 252 = 0 then date '2023-11-20' else '2020-02-01' end end,
    b.batch_id, e.n, e.office_id, r.source, 'active',
    'kecil',
    'PT ' || (array['Karya', 'Sumber', 'Mitra', 'Cahaya', 'Bina', 'Surya', 'Tirta', 'Graha'])[e.n % 8 + 1] || ' '
        || initcap(translate(to_hex(e.n * 7919), '0123456789', 'ghijklmnop')) || ' Utama',
    'Jl. Contoh ' || e.n, e.region_code
from employer as e
cross join (values ('jkn-businesses', 'jkn', date '2026-10-31'), ('wlkp', 'wlkp', date '2026-06-30')) as r (kind, source, as_of)
inner join batch as b using (kind)
where e.registered or r.source = 'wlkp';

insert into register.headcount (business_id, as_of, workers, batch_id, line, office_id, source)
select e.business_id, date '2026-06-30', e.workers, b.batch_id, e.n, e.office_id, 'wlkp'
from employer as e inner join batch as b on b.kind = 'wlkp';

-- A worker is a number; the first worker of one employer in four is the last of the one before.
create temp table worker as
select w.*, case when w.place = 1 and w.number % 4 = 0 then w.number - 1 else w.number end as person
from (
    select
        e.business_id, e.office_id, e.registered, e.region_code, w as place,
        row_number() over (order by e.business_id, w) as number,
        2500000 + hashint8(e.n * 1000003::bigint + w) % 4000 * 1000 + 4000000 as wage
    from employer as e
    cross join lateral generate_series(1, e.workers) as w
) as w;
analyze worker;

insert into register.person (nik, birth_date, batch_id, sex, name)
select
    -- Pontianak, a birth date, and a serial number that makes it unique.
    6171010000000000 + (to_char(b.day, 'DDMMYY')::bigint + case when w.number % 2 = 0 then 400000 else 0 end) * 10000 + w.number / 14000 + 1,
    -- One in four hundred was born on another day than the NIK says.
    case when w.number % 400 = 7 then b.day + 40 else b.day end, k.batch_id, case when w.number % 2 = 0 then 'F' else 'M' end, 'Pekerja Contoh'
from worker as w
inner join batch as k on k.kind = 'bpjstk-wages'
cross join lateral (select date '1966-01-01' + (w.number % 14000)::integer as day) as b
order by w.number;
create temp table first_person as select min(person_id) - 1 as base from register.person;

insert into register.roster (business_id, as_of, batch_id, office_id, source)
select e.business_id, m.month, b.batch_id, e.office_id, 'bpjstk'
from employer as e
cross join (values (date '2026-09-01'), (date '2026-10-01')) as m (month)
inner join batch as b on b.kind = 'bpjstk-wages'
where e.n % 10 <> 0
order by m.month, e.business_id;
analyze register.roster;

-- The older month has every second worker.
insert into register.roster_line (business_id, roster_id, person_id, wage, batch_id, line, office_id)
select
    w.business_id, r.roster_id, p.base + w.person, w.wage, r.batch_id, w.number, w.office_id
from worker as w
inner join register.roster as r using (business_id)
cross join first_person as p
where r.as_of = date '2026-10-01' or w.number % 2 = 0
order by r.roster_id, w.number;

-- One worker in ten is not enrolled, one in five with a lower wage.
insert into register.enrolment (
    business_id, person_id, wage, valid_from, listed_on, batch_id, line, office_id, dependants, extra_family, care_class)
select
    w.business_id, p.base + w.person, case when w.number % 5 = 1 then w.wage * 7 / 10 else w.wage end,
    date '2021-01-01' + (w.number * 31 % 2000)::integer, date '2026-10-31', b.batch_id, w.number, w.office_id, w.number % 4, 0, 1
from worker as w
inner join batch as b on b.kind = 'jkn-members'
cross join first_person as p
where w.registered and w.number % 10 <> 3
order by w.business_id, w.number;

-- Of those who are not enrolled one in four is held as PBI, and some who are enrolled.
insert into register.segment_record (person_id, listed_on, batch_id, line, office_id, segment)
select
    p.base + w.number, '2026-10-31', b.batch_id, w.number, w.office_id,
    case when w.number % 3 = 0 then 'PBPU-BP Pemda' else 'PBI-JK' end
from worker as w
inner join batch as b on b.kind = 'segments'
cross join first_person as p
where w.number % 40 = 3 or w.number % 50 = 9
order by w.number;

-- Minimum wages of the years that the reference data do not have.
insert into reference.minimum_wage (region_code, period, amount, published, kind, status, source)
select r, daterange('2023-01-01', '2025-01-01'), 2600000, 2600000, 'UMK', 'bench', 'bench'
from unnest(array['61.71', '61.12', '61.02']) as r;

-- One employer in thirteen is billed too little.
create temp table billed as
select
    e.business_id, e.office_id, m.n as month_number, (date '2023-11-01' + make_interval(months => m.n))::date as month, c.members,
    case when e.n % 13 = 4 then c.amount * 97 / 100 else c.amount end as amount
from employer as e
inner join (
    select n.business_id, count(*) as members, sum(n.wage / 20)::bigint as amount
    from register.enrolment as n group by n.business_id
) as c using (business_id)
cross join generate_series(0, 36 - 1) as m (n)
where e.registered;
analyze billed;

insert into register.bill (business_id, amount, month, due_on, members, batch_id, line, office_id)
select w.business_id, w.amount, w.month, w.month + 9, w.members, b.batch_id, row_number() over (order by w.month, w.business_id), w.office_id
from billed as w inner join batch as b on b.kind = 'bills';

-- One employer in seven stopped paying at some time, one in eleven pays in two parts.
insert into register.payment (business_id, amount, paid_on, batch_id, line, office_id, bank, reference)
select
    w.business_id, w.amount / p.parts, w.month + 5 + (w.business_id % 9)::integer + p.part * 9, b.batch_id,
    row_number() over (order by w.month, w.business_id, p.part), w.office_id, 'BANK', (w.business_id * 100 + w.month_number)::text || '-' || p.part
from billed as w
inner join batch as b on b.kind = 'payments'
cross join lateral (
    select parts, part from (select case when w.business_id % 11 = 0 then 2 else 1 end as parts) as k
    cross join generate_series(1, k.parts) as part
) as p
where (w.business_id % 7 <> 0 or w.month_number < w.business_id % 36) and w.amount >= 2;

-- What imports leave behind.
insert into import.payment_reach (batch_id, paid_from)
select p.batch_id, min(p.paid_on) from register.payment as p group by p.batch_id;
select brin_summarize_new_values('register.roster_line_list');
vacuum analyze;
