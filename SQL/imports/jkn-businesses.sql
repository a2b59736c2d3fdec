-- The master file of BPJS Kesehatan: which businesses are registered, since when, until when.
-- [staging]
create temp table staging (
    line integer, unchanged boolean not null default false,
    entity_code text, name text, address text, region_code text, npwp text, nib text, npp text, size_class text,
    virtual_account text, registered_on date, status text, closed_on date, wlkp_number text,
    field_number text, known_in integer, business_id bigint, is_new boolean not null default false
) on commit drop;
-- [check]
select register.read_regions();

insert into rejected
select s.line, 'Kode Wilayah', 'unknown_region', 'No regency, district or village has this Kemendagri code.'
from staging as s
where not exists (select from reference.region as r where r.code = s.region_code and r.level >= 2);

insert into rejected
select s.line, 'Tanggal Nonaktif', 'missing', 'A closed business needs the day from which it is closed.'
from staging as s
where s.status = 'closed' and s.closed_on is null;

select register.link_businesses('entity_code');
-- [warn]
select register.warn_npwps();
select register.warn_shared_numbers();
select register.warn_unlike_names();
-- [prepare]
select register.identify_businesses();

update staging as s
set unchanged = true, known_in = k.batch_id
from (
    select distinct on (r.business_id) r.*
    from register.business_record as r
    inner join standing using (batch_id)
    where r.source = 'jkn'
    order by r.business_id, r.as_of desc, r.batch_id desc
) as k
cross join this_import as i
where k.business_id = s.business_id and s.line not in (select n.line from new_number as n)
    and (k.as_of, k.status, k.size_class, k.name, k.address, k.region_code, k.virtual_account, k.registered_on, k.closed_on)
        is not distinct from
        (i.as_of, s.status, s.size_class, s.name, s.address, s.region_code, s.virtual_account, s.registered_on, s.closed_on);

insert into reliance
select s.known_in, count(*) from staging as s where s.unchanged group by s.known_in;
-- [accept]
select register.add_businesses();

insert into register.business_record (
    business_id, as_of, registered_on, closed_on, batch_id, line, office_id, source, status, size_class, name, address,
    region_code, virtual_account)
select
    s.business_id, i.as_of, s.registered_on, s.closed_on, i.batch_id, s.line, i.office_id, 'jkn', s.status, s.size_class,
    s.name, s.address, s.region_code, s.virtual_account
from staging as s
cross join this_import as i
where not s.unchanged
order by s.business_id;

analyze register.business, register.business_identifier, register.business_record;
-- [changes]
select import.compare_businesses('jkn');
