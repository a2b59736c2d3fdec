-- Employers from other lists (OSS, PTSP, associations) or as an officer noted them: that they exist, where, and how many
-- work there. Whoever has no number at all gets one here (nomor lapangan).
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    field_number text, name text, address text, region_code text, nib text, npwp text, kbli text, size_class text,
    workers bigint, entity_code text, wlkp_number text, npp text, status text, closed_on date,
    known_in integer, business_id bigint, is_new boolean not null default false
) on commit drop;
-- [check]
select register.read_regions();

insert into rejected
select s.line, 'Kode Wilayah', 'unknown_region', 'No regency, district or village has this Kemendagri code.'
from staging as s
where not exists (select from reference.region as r where r.code = s.region_code and r.level >= 2);

insert into rejected
select s.line, 'Jumlah TK', 'out_of_range', 'The number of workers must be between 0 and 1,000,000.'
from staging as s
where s.workers not between 0 and 1000000;

insert into rejected
select s.line, 'Tanggal Tutup', 'missing', 'A closed business needs the day from which it is closed.'
from staging as s
where s.status = 'closed' and s.closed_on is null;

insert into rejected
select s.line, 'Nomor Lapangan', 'unknown_business', 'No business has this number; leave it empty for a new one.'
from staging as s
cross join this_import as i
where s.field_number is not null and not exists (
    select from register.business_identifier as b
    where b.office_id = i.office_id and b.kind = 'field_number' and b.value = s.field_number
);

select register.link_businesses('field_number');

-- A change that somebody records names its employer, whatever it is called now.
insert into staged_business (line, business_id, identity_id, by_own_number)
select s.line, i.business_id, i.business_id, true
from staging as s
cross join this_import as i
where i.business_id is not null and not exists (select from staged_business as b where b.line = s.line)
    and (select count(*) from staging) = 1;

-- Without any number it is the business that an earlier list gave in the very same words, also one that was taken back.
insert into staged_business (line, business_id, identity_id, by_own_number)
select distinct on (r.business_id) s.line, r.business_id, coalesce(m.identity_id, r.business_id), true
from staging as s
inner join register.business_record as r
    on r.source = 'field' and (upper(r.name), upper(r.address), r.region_code) = (upper(s.name), upper(s.address), s.region_code)
inner join this_import as i on i.office_id = r.office_id
inner join register.business_identifier as f on f.business_id = r.business_id and f.kind = 'field_number'
left join register.merged_business() as m on m.business_id = r.business_id
where not exists (select from staged_identifier as n where n.line = s.line)
order by r.business_id, s.line;

insert into rejected
select distinct b.line, 'Nama Badan Usaha', 'duplicate', 'The business stands in the file with its number as well; leave out one of the rows.'
from staged_business as b
inner join staged_business as o using (business_id)
where o.line <> b.line and not exists (select from staged_identifier as n where n.line = b.line)
    and not exists (select from rejected as r where r.line = o.line);

insert into rejected
select s.line, 'Nama Badan Usaha', 'duplicate', 'The business stands in the file above, in the same words and without a number.'
from (
    select line, row_number() over (partition by upper(name), upper(address), region_code order by line) as n
    from staging as s
    where not exists (select from staged_identifier as i where i.line = s.line)
) as s
where s.n > 1;
-- [warn]
select register.warn_npwps();
select register.warn_shared_numbers();
select register.warn_unlike_names();
-- [prepare]
select register.identify_businesses();

insert into staged_identifier (line, kind, heading, value)
select s.line, 'field_number', 'Nomor Lapangan', 'L-' || lpad(s.business_id::text, 6, '0')
from staging as s
where s.is_new and not exists (select from staged_identifier as n where n.line = s.line);

create temp table known_record on commit drop as
select distinct on (r.business_id) r.*, h.workers
from register.business_record as r
inner join standing using (batch_id)
left join register.headcount as h using (business_id, source, as_of, batch_id)
where r.source = 'field' and r.business_id in (select business_id from staging)
order by r.business_id, r.as_of desc, r.batch_id desc;

update staging as s
set unchanged = true, known_in = k.batch_id
from known_record as k
cross join this_import as i
where k.business_id = s.business_id and s.line not in (select n.line from new_number as n)
    and (k.as_of, k.status, k.size_class, k.name, k.address, k.region_code, k.kbli, k.closed_on, k.workers::bigint)
        is not distinct from
        (i.as_of, coalesce(s.status, 'active'), s.size_class, s.name, s.address, s.region_code, s.kbli, s.closed_on, s.workers);

insert into reliance
select s.known_in, count(*) from staging as s where s.unchanged group by s.known_in;
-- [accept]
select register.add_businesses();

insert into register.business_record (
    business_id, as_of, closed_on, batch_id, line, office_id, source, status, size_class, name, address, region_code, kbli)
select
    s.business_id, i.as_of, s.closed_on, i.batch_id, s.line, i.office_id, 'field', coalesce(s.status, 'active'), s.size_class,
    s.name, s.address, s.region_code, s.kbli
from staging as s
cross join this_import as i
where not s.unchanged
order by s.business_id;

insert into register.headcount (business_id, as_of, workers, batch_id, line, office_id, source)
select s.business_id, i.as_of, s.workers, i.batch_id, s.line, i.office_id, 'field'
from staging as s
cross join this_import as i
where not s.unchanged and s.workers is not null
order by s.business_id;

analyze register.business, register.business_identifier, register.business_record, register.headcount;
-- [changes]
select import.compare_businesses('field');
