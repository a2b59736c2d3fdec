-- The labour office's company list (wajib lapor ketenagakerjaan perusahaan): businesses and their headcounts.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    wlkp_number text, name text, address text, region_code text, nib text, npwp text, size_class text,
    kbli text, kbli_edition text, kbli_2025 text, kbli_2020 text, kbli_2017 text, kbli_2015 text, kbli_2009 text,
    workers bigint, men bigint, women bigint, foreigners bigint, entity_code text, npp text, as_of date, status text,
    field_number text, known_in integer, business_id bigint, is_new boolean not null default false
) on commit drop;
-- [check]
-- The heading tells the edition of a code; the newest counts where a file has several.
update staging as s
set kbli = k.code, kbli_edition = k.edition
from (
    select distinct on (t.line) t.line, n.edition, n.code
    from staging as t
    cross join lateral (
        values ('2025', t.kbli_2025), ('2020', t.kbli_2020), ('2017', t.kbli_2017), ('2015', t.kbli_2015),
            ('2009', t.kbli_2009)
    ) as n (edition, code)
    where t.kbli is null and n.code is not null
    order by t.line, n.edition desc
) as k
where k.line = s.line;

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
select s.line, p.heading, 'out_of_range', 'The number of workers must be between 0 and 1,000,000.'
from staging as s
cross join lateral (
    values ('TK Laki-laki', s.men), ('TK Perempuan', s.women), ('TKA', s.foreigners)
) as p (heading, workers)
where p.workers not between 0 and 1000000;

insert into rejected
select s.line, 'Jumlah TK', 'total_mismatch', 'Men and women do not add up to the number of workers.'
from staging as s
where s.men + s.women <> s.workers;

select register.link_businesses('wlkp_number');
-- [warn]
select register.warn_npwps();
select register.warn_shared_numbers();
select register.warn_unlike_names();
select register.warn_other_numbers();
-- [prepare]
select register.identify_businesses();

update staging as s
set unchanged = true, known_in = k.batch_id
from (
    select distinct on (r.business_id) r.*, h.workers, h.men, h.women, h.foreigners
    from register.business_record as r
    inner join register.headcount as h using (business_id, source, as_of, batch_id)
    inner join standing using (batch_id)
    where r.source = 'wlkp'
    order by r.business_id, r.as_of desc, r.batch_id desc
) as k
where k.business_id = s.business_id and s.line not in (select n.line from new_number as n)
    and (k.as_of, k.status, k.size_class, k.name, k.address, k.region_code, k.kbli, k.kbli_edition::text, k.workers::bigint,
        k.men::bigint, k.women::bigint, k.foreigners::bigint)
        is not distinct from
        (s.as_of, s.status, s.size_class, s.name, s.address, s.region_code, s.kbli, s.kbli_edition, s.workers,
        -- What the file leaves open is no difference.
        coalesce(s.men, k.men), coalesce(s.women, k.women), coalesce(s.foreigners, k.foreigners));

insert into reliance
select s.known_in, count(*) from staging as s where s.unchanged group by s.known_in;
-- [accept]
select register.add_businesses();

insert into register.business_record (
    business_id, as_of, closed_on, batch_id, line, office_id, source, status, size_class, name, address, region_code, kbli,
    kbli_edition)
select
    s.business_id, s.as_of, case when s.status = 'closed' then s.as_of end, i.batch_id, s.line, i.office_id, 'wlkp',
    s.status, s.size_class, s.name, s.address, s.region_code, s.kbli,
    s.kbli_edition::smallint
from staging as s
cross join this_import as i
where not s.unchanged
order by s.business_id;

insert into register.headcount (business_id, as_of, workers, men, women, foreigners, batch_id, line, office_id, source)
select s.business_id, s.as_of, s.workers, s.men, s.women, s.foreigners, i.batch_id, s.line, i.office_id, 'wlkp'
from staging as s
cross join this_import as i
where not s.unchanged
order by s.business_id;

analyze register.business, register.business_identifier, register.business_record, register.headcount;
-- [changes]
select import.compare_businesses('wlkp');
