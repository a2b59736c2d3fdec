-- Offices: BPJS Kesehatan branches and provincial labour offices. A later file updates them.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    code text, kind text, name text, address text, city text, province_code text, regions text,
    head_name text, head_title text, head_number text, letter_unit text, time_zone text, phone text, partner_code text
) on commit drop;
-- [check]
insert into warned
select distinct s.line, 'Wilayah Kerja', 'region_without_dots',
    'A code has no dots; it was read as one of Kemendagri. Codes of BPS (statistics) look alike, and some name another regency.'
from staging as s
cross join lateral regexp_split_to_table(s.regions, '[|,;[:space:]]+') as code
where register.may_be_bps_region(code.code);

-- A province stands for its regencies and cities. A list without a code stays, and is refused.
update staging as s
set regions = l.regions
from (
    select t.line, string_agg(distinct coalesce(r.code, c.code), '|') as regions
    from staging as t
    cross join lateral regexp_split_to_table(t.regions, '[|,;[:space:]]+') as n (code)
    cross join lateral register.dotted_region(n.code) as c (code)
    left join reference.region as r on r.parent_code = c.code and r.level = 2 and not r.retired
    where n.code <> ''
    group by t.line
) as l
where l.line = s.line;

insert into rejected
select s.line, 'Kode Provinsi', 'unknown_region', 'No province has this Kemendagri code.'
from staging as s
where not exists (select from reference.region as r where r.code = s.province_code and r.level = 1);

insert into rejected
select distinct s.line, 'Wilayah Kerja', 'unknown_region', 'The list has something else than codes of regencies, cities or provinces such as 61.71 or 61, with |, commas or semicolons between them.'
from staging as s
cross join lateral unnest(string_to_array(s.regions, '|')) as code
where not exists (select from reference.region as r where r.code = code.code and r.level = 2);

insert into rejected
select s.line, 'Kode Kantor', 'duplicate', 'The office stands in the file twice.'
from (select line, row_number() over (partition by code order by line) as n from staging) as s
where s.n > 1;
-- [prepare]
update staging as s
set unchanged = true
from register.office as o
where o.code = s.code
    and (o.kind, o.name, o.address, o.city, o.province_code, o.head_name, o.head_title, o.head_number,
        o.letter_unit, o.time_zone, o.phone, o.partner_code)
        is not distinct from
        (s.kind, s.name, s.address, s.city, s.province_code, s.head_name, s.head_title, s.head_number,
        s.letter_unit, s.time_zone, s.phone, s.partner_code)
    and (select string_agg(r.region_code, '|' order by r.region_code)
        from register.office_region as r where r.office_id = o.office_id)
        is not distinct from
        (select string_agg(code, '|' order by code) from unnest(string_to_array(s.regions, '|')) as code);

insert into changed
select 'offices_changed', count(*), null
from staging as s
inner join register.office as o on o.code = s.code
where not s.unchanged
having count(*) > 0;
-- [accept]
insert into register.office (
    code, kind, name, address, city, province_code, partner_code, head_name, head_title, head_number,
    letter_unit, time_zone, phone)
select
    code, kind, name, address, city, province_code, partner_code, head_name, head_title, head_number,
    letter_unit, time_zone, phone
from staging
where not unchanged
order by line
on conflict (code) do update
set kind = excluded.kind, name = excluded.name, address = excluded.address, city = excluded.city,
    province_code = excluded.province_code, partner_code = excluded.partner_code, head_name = excluded.head_name,
    head_title = excluded.head_title, head_number = excluded.head_number, letter_unit = excluded.letter_unit,
    time_zone = excluded.time_zone, phone = excluded.phone;

delete from register.office_region as r
using register.office as o, staging as s
where r.office_id = o.office_id and o.code = s.code and not s.unchanged;

insert into register.office_region (office_id, region_code)
select distinct o.office_id, code.code
from staging as s
inner join register.office as o on o.code = s.code
cross join lateral unnest(string_to_array(s.regions, '|')) as code
where not s.unchanged;
