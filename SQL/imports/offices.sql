-- Offices: BPJS Kesehatan branches and provincial labour offices. A later file updates them.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    code text, kind text, name text, address text, city text, province_code text, regions text,
    head_name text, head_title text, head_number text, letter_unit text, time_zone text, phone text, partner_code text
) on commit drop;
-- [check]
insert into rejected
select s.line, 'Kode Provinsi', 'unknown_region', 'No province has this Kemendagri code.'
from staging as s
where not exists (select from reference.region as r where r.code = s.province_code and r.level = 1);

insert into rejected
select distinct s.line, 'Wilayah Kerja', 'unknown_region', 'A code in the list is no regency or city of Kemendagri.'
from staging as s
cross join lateral unnest(string_to_array(s.regions, '|')) as code
where not exists (select from reference.region as r where r.code = trim(code.code) and r.level = 2);

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
        (select string_agg(trim(code), '|' order by trim(code)) from unnest(string_to_array(s.regions, '|')) as code);
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
select distinct o.office_id, trim(code.code)
from staging as s
inner join register.office as o on o.code = s.code
cross join lateral unnest(string_to_array(s.regions, '|')) as code
where not s.unchanged;
